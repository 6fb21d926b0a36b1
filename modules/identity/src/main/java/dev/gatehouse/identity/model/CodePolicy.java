package dev.gatehouse.identity.model;

import java.time.Duration;

/**
 * How often codes are sent to a destination, and how often they may be guessed. All of it is about one destination,
 * whoever asks and for whatever.
 *
 * @param life of a challenge, from when it was asked for
 * @param tries at one challenge
 * @param dailyTries at all challenges within a day, but for the right ones
 * @param cooldown between two challenges
 * @param window in which there are {@code requests} challenges at most
 * @param day in which there are {@code dailyRequests} at most, and {@code dailyTries}
 */
public record CodePolicy(
        Duration life,
        int tries,
        int dailyTries,
        Duration cooldown,
        Duration window,
        int requests,
        Duration day,
        int dailyRequests) {

    /** Five tries in five minutes; a code a minute, five in a quarter of an hour, ten a day; twenty wrong tries a day. */
    public static final CodePolicy STANDARD = new CodePolicy(
            Duration.ofMinutes(5), 5, 20, Duration.ofMinutes(1), Duration.ofMinutes(15), 5, Duration.ofDays(1), 10);
}
