package dev.gatehouse.ratelimit;

import java.time.Duration;

/**
 * What there is against a subject.
 *
 * @param blockedFor zero when it is not blocked
 */
public record Standing(Subject subject, int strikes, Duration blockedFor) {

    public static Standing clean(Subject subject) {
        return new Standing(subject, 0, Duration.ZERO);
    }

    public boolean isBlocked() {
        return blockedFor.isPositive();
    }

    public boolean isClean() {
        return strikes == 0 && !isBlocked();
    }
}
