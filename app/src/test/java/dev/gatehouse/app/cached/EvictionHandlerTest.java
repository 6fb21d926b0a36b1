package dev.gatehouse.app.cached;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.EventHandlerContract;
import dev.gatehouse.events.Handled;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EvictionHandlerTest implements EventHandlerContract {

    private final Beans beans = new Beans();
    private final ApplicationContext context = beans.start(Readings.class);
    private final EvictionHandler handler = context.getBean(EvictionHandler.class);
    private final Readings readings = context.getBean(Readings.class);

    @AfterEach
    void stop() {
        context.close();
    }

    @Override
    public EventHandler handler() {
        return handler;
    }

    @Override
    public Event event() {
        var now = Instant.parse("2026-01-02T03:04:05Z");
        var data = Map.of("place", "attic", "version", "7");
        return new Event(new UUID(0, 1), Readings.CHANGED, new UUID(0, 2), now, data);
    }

    @Test
    void whatAnEventTellsOfIsForgottenBeforeAnybodyElseHearsOfIt() {
        readings.truth.put("attic", "warm");
        assertThat(readings.find("attic")).contains("warm");
        readings.truth.put("attic", "cold");
        handler.handle(event());
        assertThat(readings.find("attic")).contains("cold");
        assertThat(handler.stage()).isEqualTo(EventHandler.Stage.FIRST);
    }

    @Test
    void aCacheThatIsAwayIsToldAgain() {
        beans.cache.failing(true);
        assertThat(handler.handle(event())).isInstanceOf(Handled.Later.class);
    }

    @Test
    void onlyWhatTheAnnotationsNameIsForIt() {
        assertThat(handler.handles("user.updated")).isFalse();
    }
}
