package dev.gatehouse.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Sample values, and what tests ask limiters for. */
public final class Limits {

    /** Longer than any test. */
    public static final Duration HOUR = Duration.ofHours(1);

    private Limits() {}

    public static Subject subject() {
        return Subject.user(UUID.randomUUID().toString());
    }

    public static LimitKey key() {
        return key(subject());
    }

    public static LimitKey key(Subject subject) {
        return new LimitKey(subject, "GET_/api/things/{id}");
    }

    public static Limit limit(int quota) {
        return Limit.of("things", quota, HOUR);
    }

    public static Demand one(LimitKey key, int quota) {
        return Demand.one(key, limit(quota));
    }

    /** Takes what must be there. */
    public static Decision.Admitted take(RateLimiter limiter, Demand... demands) {
        Decision decision = limiter.acquire(List.of(demands));
        assertThat(decision).isInstanceOf(Decision.Admitted.class);
        return (Decision.Admitted) decision;
    }

    /** Asks for what must be refused. */
    public static Decision.Denied miss(RateLimiter limiter, Demand... demands) {
        Decision decision = limiter.acquire(List.of(demands));
        assertThat(decision).isInstanceOf(Decision.Denied.class);
        return (Decision.Denied) decision;
    }

    /** What is left, by a look. */
    public static int left(RateLimiter limiter, LimitKey key, Limit limit) {
        return take(limiter, Demand.look(key, limit)).verdicts().getFirst().remaining();
    }
}
