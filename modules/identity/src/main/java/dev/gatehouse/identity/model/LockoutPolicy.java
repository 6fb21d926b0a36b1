package dev.gatehouse.identity.model;

import java.time.Duration;

/**
 * When an account takes no more passwords.
 *
 * @param threshold how many may fail within the window
 * @param window also how long the first lock lasts; each further one lasts twice as long as the one before
 * @param longest no lock is longer; not shorter than the window
 */
public record LockoutPolicy(int threshold, Duration window, Duration longest) {

    /** One lock is forgotten for each of these that pass without another. */
    public static final Duration FORGOTTEN = Duration.ofDays(1);

    public LockoutPolicy {
        if (threshold < 1) {
            throw new IllegalArgumentException("a threshold of at least 1, not " + threshold);
        }
        if (!window.isPositive() || longest.compareTo(window) < 0) {
            throw new IllegalArgumentException("a lock lasts for the window at least, and that for more than nothing");
        }
    }
}
