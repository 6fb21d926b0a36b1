package dev.gatehouse.ratelimit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one limit says of a demand.
 *
 * @param hasRoom whether this limit by itself lets it through
 * @param remaining what is left now, after what was taken
 * @param retryAfter when there may be room: zero if there is, and {@link #NEVER} for more than there ever is
 * @param resetAfter when all of it is there again, if nothing is taken until then; zero if all of it is there
 * @param at when it was decided, by the limiter's clock
 * @param reach who knows of it
 */
public record Verdict(
        Demand demand,
        boolean hasRoom,
        int remaining,
        Duration retryAfter,
        Duration resetAfter,
        Instant at,
        Reach reach) {

    /** Longer than anybody waits. */
    public static final Duration NEVER = ChronoUnit.FOREVER.getDuration();

    private static final int TENTH = 10;

    /** Who knows of a count. */
    public enum Reach {
        /** All instances. */
        SHARED,
        /** This one alone. */
        INSTANCE
    }

    public Limit limit() {
        return demand.limit();
    }

    /** The second, since 1970 and by the limiter's clock, from which on all of it is there again. */
    public long resetAtSecond() {
        return Math.ceilDiv(at.toEpochMilli() + resetAfter.toMillis(), 1_000L);
    }

    /** Whether a tenth or less is left. */
    public boolean isNearLimit() {
        return (long) remaining * TENTH <= limit().most();
    }

    /** Whether it refuses the whole. */
    public boolean refuses() {
        return limit().isEnforced() && !hasRoom;
    }

    /**
     * Of the limits that are enforced and counted, the one that matters most: the one without room that waits longest, or else the one
     * with the least part left. Empty if there is none.
     */
    public static Optional<Verdict> closest(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict ->
                        verdict.limit().isEnforced() && verdict.limit().isCounted())
                .min(Comparator.comparing(Verdict::hasRoom)
                        .thenComparing(Verdict::retryAfter, Comparator.reverseOrder())
                        .thenComparingDouble(verdict ->
                                (double) verdict.remaining() / verdict.limit().most()));
    }

    /** The same, said some time later. */
    Verdict later(Duration elapsed) {
        return new Verdict(
                demand,
                hasRoom,
                remaining,
                retryAfter.minus(elapsed),
                resetAfter.compareTo(elapsed) > 0 ? resetAfter.minus(elapsed) : Duration.ZERO,
                at.plus(elapsed),
                reach);
    }
}
