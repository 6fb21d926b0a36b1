package dev.gatehouse.app.command;

/** A command that cannot go on; the message says why, and what to do. */
final class CommandFailed extends RuntimeException {

    CommandFailed(String message) {
        super(message);
    }

    CommandFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
