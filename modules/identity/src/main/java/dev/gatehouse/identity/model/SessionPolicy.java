package dev.gatehouse.identity.model;

import java.time.Duration;

/**
 * How long things live, and how many.
 *
 * @param access the life of an access token, at most an hour
 * @param refresh how long a session may rest before its refresh token dies; slides with each refresh
 * @param longest the end of a session however often it is refreshed
 * @param grace how long the refresh token before the current one still answers with the current one
 * @param most sessions of a user that may live at once, 1 to 1,000; one more ends the oldest
 */
public record SessionPolicy(Duration access, Duration refresh, Duration longest, Duration grace, int most) {

    public SessionPolicy {
        if (access.isNegative() || access.isZero() || access.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(
                    "an access token lives for more than nothing and at most 1 h: " + access);
        }
        if (refresh.compareTo(access) < 0 || longest.compareTo(refresh) < 0) {
            throw new IllegalArgumentException("access ≤ refresh ≤ longest does not hold");
        }
        if (grace.isNegative() || grace.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException("the grace is 0 s to 5 min, not " + grace);
        }
        if (most < 1 || most > 1_000) {
            throw new IllegalArgumentException("a user has 1 to 1,000 sessions, not " + most);
        }
    }
}
