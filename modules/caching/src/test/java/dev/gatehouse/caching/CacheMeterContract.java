package dev.gatehouse.caching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.caching.CacheMeter.Count;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every meter of a layer of a cache promises. */
public interface CacheMeterContract {

    /** A meter that nobody else uses. */
    CacheMeter meter();

    long counted(Count what);

    Duration loadedInAll();

    @Test
    default void eachCountStartsAtNothingAndAddsUp() {
        for (Count what : Count.values()) {
            assertThat(counted(what)).isZero();
            meter().count(what, 2);
            meter().count(what, 0);
            meter().count(what, 1);
            assertThat(counted(what)).isEqualTo(3);
        }
    }

    @Test
    default void theTimesOfLoadsAddUp() {
        meter().loaded(Duration.ofMillis(20));
        meter().loaded(Duration.ofMillis(22));
        assertThat(loadedInAll()).isEqualTo(Duration.ofMillis(42));
    }
}
