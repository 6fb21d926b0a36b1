package dev.gatehouse.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How every format spells an event. */
public interface EventFormatContract {

    EventFormat format();

    private String encoded(String occurredAt, Map<String, String> data) {
        var event = new Event(
                UUID.fromString("0190d5f1-7a2b-7c3d-8e4f-00000000000A"),
                "thing.made",
                UUID.fromString("0190d5f1-7a2b-7c3d-8e4f-00000000000b"),
                Instant.parse(occurredAt),
                data);
        return new String(format().encode(event), UTF_8);
    }

    @Test
    default void anEventIsOneObjectWithFiveMembersInTheirOrder() {
        assertThat(encoded("2026-01-02T03:04:05.678901Z", Map.of("reason", "test")))
                .isEqualTo("{\"id\":\"0190d5f1-7a2b-7c3d-8e4f-00000000000a\",\"type\":\"thing.made\","
                        + "\"subject\":\"0190d5f1-7a2b-7c3d-8e4f-00000000000b\","
                        + "\"occurredAt\":\"2026-01-02T03:04:05.678901Z\",\"data\":{\"reason\":\"test\"}}");
    }

    @Test
    default void noDataAreAnEmptyObject() {
        assertThat(encoded("2026-01-02T03:04:05Z", Map.of()))
                .endsWith(",\"occurredAt\":\"2026-01-02T03:04:05Z\",\"data\":{}}");
    }

    @Test
    default void dataAreInTheOrderOfTheirNames() {
        assertThat(encoded("2026-01-02T03:04:05Z", Map.of("c", "3", "a", "1", "d", "4", "b", "2")))
                .endsWith("\"data\":{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\",\"d\":\"4\"}}");
    }

    @Test
    default void textsAreEscapedWhereJsonDemandsItAndNowhereElse() {
        assertThat(encoded("2026-01-02T03:04:05Z", Map.of("say \"hi\"", "a\\b\r\n\u0000 ünï\uD83D\uDE00 </script>")))
                .endsWith("{\"say \\\"hi\\\"\":\"a\\\\b\\r\\n\\u0000 ünï\uD83D\uDE00 </script>\"}}");
    }
}
