package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
        var variables = variables(Gatehouse.freePort());
        variables.put(variable, value);

        try (GatehouseProcess gatehouse = launch(variables)) {
            Process process = gatehouse.process();

            assertThat(process.waitFor(GatehouseProcess.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(gatehouse.output()).contains(line).hasLineCount(1);
        }
    }

    @Test
    void onSigtermRequestsInFlightAreAnsweredAndTheProcessEndsWithin20Seconds() throws Exception {
        int port = Gatehouse.freePort();
        var variables = new HashMap<>(variables(port));
        variables.put("GATEHOUSE_LOCKOUT_THRESHOLD", "100");
        GatehouseProcess gatehouse = launch(variables);
        Process process = gatehouse.process();
        var api = new Api(port);
        gatehouse.awaitAnswer(api);
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

    private GatehouseProcess launch(Map<String, String> variables) throws IOException {
        return GatehouseProcess.launch(variables, directory.resolve("output"));
    }

    private static Map<String, String> variables(int port) {
        return GatehouseProcess.variables(Gatehouse.sharedServers(), port);
    }
}
