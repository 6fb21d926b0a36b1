package dev.gatehouse.app.command;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/**
 * Where somebody reads what becomes of a command.
 *
 * @param rewrites whether a line may be written over, as people like it and files do not
 */
record Terminal(PrintStream out, boolean rewrites) {

    /** Standard error, so that nothing of it gets into what is piped elsewhere. */
    static Terminal current() {
        return new Terminal(
                System.err,
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent());
    }
}
