package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.Application;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gatehouse as a process of its own: how it refuses to start, and how it stops. */
final class ProcessIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "GATEHOUSE_MASTER_KEY, '', GATEHOUSE_MASTER_KEY is not set",
        "DB_PASSWORD, '', DB_PASSWORD is not set",
        "GATEHOUSE_MASTER_KEY, c2hvcnQ=, 'GATEHOUSE_MASTER_KEY: The master key is 32 bytes in base64, not 5'",
        "GATEHOUSE_MASTER_KEY, changeme, 'GATEHOUSE_MASTER_KEY: The master key is 32 bytes in base64, not 6'",
        "GATEHOUSE_MASTER_KEY, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, GATEHOUSE_MASTER_KEY is a sample",
    })
    void withoutItsSecretsItDoesNotStartAndSaysWhyInOneLine(String variable, String value, String line)
            throws Exception {
        var variables = variables(Gatehouse.freePort(), Gatehouse.freePort());
        variables.put(variable, value);

        Process process = launch(variables);

        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(output()).contains(line).hasLineCount(1);
    }

    @Test
    void onSigtermRequestsInFlightAreAnsweredAndTheProcessEndsWithin20Seconds() throws Exception {
        int port = Gatehouse.freePort();
        Process process = launch(variables(port, Gatehouse.freePort()));
        var api = new Api(port);
        awaitAnswer(api, process);
        var account = api.register();

        // More log-ins than can be hashed at once: some are waiting for their turn when the signal comes.
        List<CompletableFuture<Api.Answer>> inFlight = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> api.logIn(account.email(), Api.PASSWORD),
                        task -> Thread.ofVirtual().start(task)))
                .limit(12)
                .toList();
        CompletableFuture.anyOf(inFlight.toArray(CompletableFuture[]::new)).join();
        process.destroy();

        assertThat(inFlight)
                .allSatisfy(answer -> assertThat(answer.join().status()).isIn(200, 503));
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        // 128 + SIGTERM is how a JVM says that it was told to stop and did.
        assertThat(process.exitValue()).isIn(0, 143);
    }

    private Process launch(Map<String, String> variables) throws IOException {
        var builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile());
        builder.environment().putAll(variables);
        return builder.start();
    }

    private static Map<String, String> variables(int port, int managementPort) {
        var variables = new HashMap<>(Gatehouse.variables(Gatehouse.sharedServers(), port, managementPort));
        variables.put("GATEHOUSE_LOG_FORMAT", "text");
        return variables;
    }

    private void awaitAnswer(Api api, Process process) throws IOException {
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

    private String output() throws IOException {
        return Files.readString(directory.resolve("output"));
    }
}
