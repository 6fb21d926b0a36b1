package dev.gatehouse.ratelimit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FaultyRateLimiterTest implements RateLimiterContract {

    private final TestClock clock = new TestClock();
    private final FaultyRateLimiter limiter = new FaultyRateLimiter(new LocalRateLimiter(clock, 1_000));

    @Override
    public RateLimiter limiter() {
        return limiter;
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Test
    void failsWhenToldTo() {
        limiter.failing(true);
        assertThatExceptionOfType(RateLimiterUnavailable.class)
                .isThrownBy(() -> limiter.acquire(List.of(Limits.one(Limits.key(), 1))));
    }
}
