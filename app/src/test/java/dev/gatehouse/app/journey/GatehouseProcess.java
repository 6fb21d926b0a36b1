package dev.gatehouse.app.journey;

import dev.gatehouse.app.Application;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Gatehouse as a process of its own, which can be killed. */
final class GatehouseProcess implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;

    private GatehouseProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * @param output where to write what it says
     */
    static GatehouseProcess launch(Map<String, String> variables, Path output) throws IOException {
        var builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(variables);
        return new GatehouseProcess(builder.start(), output);
    }

    /** What every start needs to be told, with logs for people. */
    static Map<String, String> variables(Gatehouse.Servers servers, int port) {
        var variables = new HashMap<>(Gatehouse.variables(servers, port, Gatehouse.freePort()));
        variables.put("GATEHOUSE_LOG_FORMAT", "text");
        return variables;
    }

    Process process() {
        return process;
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void awaitAnswer(Api api) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                if (api.get("/.well-known/jwks.json").status() == 200) {
                    return;
                }
            } catch (UncheckedIOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("it never answered: " + output());
    }

    /** As by {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
