package dev.gatehouse.ratelimit;

import java.time.Duration;

/**
 * The strikes and the block of one subject. Times are milliseconds since 1970.
 *
 * @param decay of the penalty that gave the last strike
 */
record Sentence(int strikes, long lastStrike, Duration decay, long until) {

    static final Sentence NONE = new Sentence(0, 0, Limit.LONGEST, 0);

    Sentence struck(Penalty penalty, long now) {
        int strike = Math.min(left(now) + 1, Penalty.MOST_STRIKES);
        return new Sentence(
                strike, now, penalty.decay(), now + penalty.block(strike).toMillis());
    }

    Sentence blockedUntil(long time) {
        return new Sentence(strikes, lastStrike, decay, time);
    }

    boolean isBlocked(long now) {
        return until > now;
    }

    Standing of(Subject subject, long now) {
        return new Standing(subject, left(now), Duration.ofMillis(Math.max(0, until - now)));
    }

    private int left(long now) {
        return (int) Math.max(0, strikes - Math.max(0, now - lastStrike) / decay.toMillis());
    }
}
