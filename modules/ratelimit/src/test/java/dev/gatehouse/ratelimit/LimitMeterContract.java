package dev.gatehouse.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ratelimit.LimitMeter.Event;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every meter promises. */
public interface LimitMeterContract {

    LimitMeter meter();

    /** What the meter has counted of an event of a limit. */
    long counted(String limit, Event event);

    @Test
    default void everyEventOfEveryLimitIsCountedByItself() {
        String limit = "limit-" + UUID.randomUUID();
        meter().count(limit, Event.ALLOWED);
        meter().count(limit, Event.ALLOWED);
        meter().count(limit, Event.DENIED);
        meter().count(limit + "-2", Event.DENIED);
        assertThat(counted(limit, Event.ALLOWED)).isEqualTo(2);
        assertThat(counted(limit, Event.DENIED)).isEqualTo(1);
        assertThat(counted(limit, Event.BLOCKED)).isZero();
    }

    @Test
    default void nothingIsLostWhenManyCount() {
        String limit = "limit-" + UUID.randomUUID();
        IntStream.range(0, 10_000).parallel().forEach(i -> meter().count(limit, Event.NEAR_LIMIT));
        assertThat(counted(limit, Event.NEAR_LIMIT)).isEqualTo(10_000);
    }
}
