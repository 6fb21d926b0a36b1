package dev.gatehouse.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class EventTest {

    private static Event event(String type, Map<String, String> data) {
        return new Event(UUID.randomUUID(), type, UUID.randomUUID(), Instant.EPOCH, data);
    }

    @Test
    void itsTypeHas1To64Characters() {
        assertThat(event("t".repeat(64), Map.of()).type()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> event("", Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> event("t".repeat(65), Map.of()));
    }

    @Test
    void itsDataHaveAtMost16384CharactersNamesIncluded() {
        assertThat(event("thing.made", Map.of("a", "x".repeat(8_191), "b", "x".repeat(8_191)))
                        .data())
                .hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> event("thing.made", Map.of("a", "x".repeat(8_191), "b", "x".repeat(8_192))));
        assertThatIllegalArgumentException().isThrownBy(() -> event("thing.made", Map.of("n".repeat(16_384), "1")));
    }
}
