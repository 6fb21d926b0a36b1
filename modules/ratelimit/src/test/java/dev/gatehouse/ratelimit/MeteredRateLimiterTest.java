package dev.gatehouse.ratelimit;

import static dev.gatehouse.ratelimit.Limits.key;
import static dev.gatehouse.ratelimit.Limits.limit;
import static dev.gatehouse.ratelimit.Limits.miss;
import static dev.gatehouse.ratelimit.Limits.one;
import static dev.gatehouse.ratelimit.Limits.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ratelimit.LimitMeter.Event;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MeteredRateLimiterTest implements RateLimiterContract {

    private final TestClock clock = new TestClock();
    private final CountingLimitMeter meter = new CountingLimitMeter();
    private final RateLimiter limiter = new MeteredRateLimiter(new LocalRateLimiter(clock, 1_000), meter);
    private final LimitKey key = key();

    @Override
    public RateLimiter limiter() {
        return limiter;
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    private long counted(Event event) {
        return meter.counted("things", event);
    }

    @Test
    void whatIsAllowedAndWhatIsDeniedIsCounted() {
        take(limiter, one(key, 2));
        take(limiter, one(key, 2));
        miss(limiter, one(key, 2));
        assertThat(counted(Event.ALLOWED)).isEqualTo(2);
        assertThat(counted(Event.DENIED)).isEqualTo(1);
        assertThat(counted(Event.NEAR_LIMIT)).isEqualTo(1);
        assertThat(counted(Event.LOCAL_FALLBACK)).isEqualTo(3);
    }

    @Test
    void whatOnlyWouldBeDeniedIsCountedByItself() {
        Demand shadowed = Demand.one(key, limit(1).with(Limit.Mode.SHADOW));
        take(limiter, shadowed);
        take(limiter, shadowed);
        assertThat(counted(Event.SHADOW_DENIED)).isEqualTo(1);
        assertThat(counted(Event.DENIED)).isZero();
    }

    @Test
    void whatABlockTurnsAwayIsCounted() {
        limiter.block(key.subject(), Duration.ofMinutes(1));
        limiter.acquire(List.of(one(key, 1)));
        assertThat(counted(Event.BLOCKED)).isEqualTo(1);
    }

    @Test
    void looksAreNotCounted() {
        take(limiter, Demand.look(key, limit(1)));
        assertThat(counted(Event.ALLOWED)).isZero();
    }
}
