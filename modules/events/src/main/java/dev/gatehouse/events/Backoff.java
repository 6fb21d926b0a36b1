package dev.gatehouse.events;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Pauses that double up to the longest one, each a quarter longer or shorter by chance: no two come back at once. */
record Backoff(Duration first, Duration longest, RandomGenerator random) {

    private static final int MOST_DOUBLINGS = 16;

    /**
     * @param times how often it went wrong in a row, from 1
     */
    Duration after(int times) {
        long doubled = first.toMillis() << Math.min(times - 1, MOST_DOUBLINGS);
        long pause = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(Math.round(pause * random.nextDouble(0.75, 1.25)));
    }
}
