package dev.gatehouse.ratelimit;

import static dev.gatehouse.ratelimit.Limits.key;
import static dev.gatehouse.ratelimit.Limits.left;
import static dev.gatehouse.ratelimit.Limits.limit;
import static dev.gatehouse.ratelimit.Limits.one;
import static dev.gatehouse.ratelimit.Limits.take;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LocalRateLimiterTest implements RateLimiterContract {

    private final TestClock clock = new TestClock();
    private final RateLimiter limiter = new LocalRateLimiter(clock, 10_000);

    @Override
    public RateLimiter limiter() {
        return limiter;
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Test
    void itForgetsTheKeyThatNobodyAskedForTheLongest() {
        var small = new LocalRateLimiter(clock, 2);
        LimitKey first = key();
        LimitKey second = key();
        take(small, one(first, 5));
        take(small, one(second, 5));
        take(small, one(first, 5));
        take(small, one(key(), 5));
        assertThat(left(small, first, limit(5))).isEqualTo(3);
        assertThat(left(small, second, limit(5))).isEqualTo(5);
    }
}
