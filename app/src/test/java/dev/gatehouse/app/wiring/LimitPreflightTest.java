package dev.gatehouse.app.wiring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LimitPreflightTest {

    @TempDir
    private Path folder;

    private static void check(String name, String value) {
        new LimitPreflight(variable -> Map.of(name, value).getOrDefault(variable, "")).check();
    }

    @Test
    void aFileWithAMistakeIsRefusedWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("limits.yml"), "policies:\n  a: {by: cookie}\n");
        assertThatThrownBy(() -> check("GATEHOUSE_RATE_LIMITS", file.toString()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("GATEHOUSE_RATE_LIMITS: " + file + ", line 2: ");
    }

    @ParameterizedTest
    @CsvSource({
        "GATEHOUSE_RATE_LIMITS, /no/such/file",
        "GATEHOUSE_RATE_LIMITS, 'a\0b'",
        "GATEHOUSE_RATE_LIMIT_FREE_PEERS, 10.0.0.0/99",
        "GATEHOUSE_RATE_LIMIT_FREE_PEERS, intranet",
        "GATEHOUSE_RATE_LIMIT_FREE_KEYS, secret",
        "GATEHOUSE_RATE_LIMIT_FREE_KEYS, 00ff",
        "RATE_LIMIT_IP_MAX, many"
    })
    void whatCannotBeIsRefused(String name, String value) {
        assertThatThrownBy(() -> check(name, value)).isInstanceOf(Refusal.class);
    }

    @Test
    void nothingAtAllIsFine() {
        assertThatCode(() -> check("GATEHOUSE_RATE_LIMITS", "")).doesNotThrowAnyException();
    }
}
