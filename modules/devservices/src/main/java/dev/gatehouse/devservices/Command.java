package dev.gatehouse.devservices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A program that runs to its end. */
final class Command {

    private final List<String> line;

    private Command(List<String> line) {
        this.line = line;
    }

    static Command of(Object... line) {
        return prefixed(List.of(), line);
    }

    static Command prefixed(List<String> prefix, Object... line) {
        return new Command(Stream.concat(prefix.stream(), Stream.of(line).map(Object::toString))
                .toList());
    }

    /** Runs it without input. */
    Outcome run() {
        return run("");
    }

    /** Runs it with this on its standard input; the outcome holds both of its outputs. */
    Outcome run(String input) {
        try {
            var process = new ProcessBuilder(line).redirectErrorStream(true).start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(exitCode(process), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it and demands success; a failure's message is what the program said. */
    String runOrFail(String input) {
        var outcome = run(input);
        if (!outcome.succeeded()) {
            throw new DevServiceException(line + " failed: " + outcome.output().strip());
        }
        return outcome.output().strip();
    }

    /** True if the program exists here and ends well. */
    boolean works() {
        try {
            return run().succeeded();
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new DevServiceException("Interrupted while a program ran", e);
        }
    }

    record Outcome(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }
}
