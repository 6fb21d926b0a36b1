package dev.gatehouse.app.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventFormat;
import dev.gatehouse.events.EventFormatContract;
import dev.gatehouse.events.EventPublisherContract;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class JacksonEventFormatTest implements EventFormatContract {

    private final JacksonEventFormat format = new JacksonEventFormat();

    @Override
    public EventFormat format() {
        return format;
    }

    @Test
    void whatIsWrittenIsReadAsTheSameEvent() {
        Event event = EventPublisherContract.event(UUID.randomUUID(), Map.of("a", "\u2028\t\"", "b", ""));
        assertThat(Envelopes.read(format.encode(event))).isEqualTo(event);
    }
}
