package dev.gatehouse.caching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long values of one kind are kept: a time that varies by a tenth, so that what was loaded together does not end
 * together; what is not there, 30 seconds at most.
 */
public final class Freshness<V> {

    private static final Duration NEGATIVE = Duration.ofSeconds(30);
    private static final Duration DEAREST = Duration.ofMinutes(1);
    private static final double JITTER = 0.1;

    private final Duration ttl;
    private final ToLongFunction<V> version;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * @param version of a value's row, or 0 for values without
     * @param random used by many threads at once
     */
    public Freshness(Duration ttl, ToLongFunction<V> version, Clock clock, RandomGenerator random) {
        this.ttl = ttl;
        this.version = version;
        this.clock = clock;
        this.random = random;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** An entry of a value whose load began then and has just ended. */
    CacheEntry<V> entry(@Nullable V value, Instant begin) {
        Duration cost = Duration.between(begin, now());
        return value == null
                ? new CacheEntry<>(null, 0, begin, bounded(cost), jittered(shorter(ttl, NEGATIVE)))
                : entry(value, begin, cost);
    }

    /** An entry of a value as its writer knows it, now that the write is durable. */
    CacheEntry<V> written(V value) {
        return entry(value, now(), Duration.ZERO);
    }

    /** An entry that says that the row is gone, now that this is durable, and that it had an older version before. */
    CacheEntry<V> gone(long version) {
        return new CacheEntry<>(null, version, now(), Duration.ZERO, NEGATIVE);
    }

    private CacheEntry<V> entry(V value, Instant begin, Duration cost) {
        return new CacheEntry<>(value, version.applyAsLong(value), begin, bounded(cost), jittered(ttl));
    }

    /** Whether an entry should be loaded again before its end: the likelier, the nearer that is and the dearer it was. */
    boolean isDue(CacheEntry<V> entry) {
        double ahead = -entry.cost().toMillis() * Math.log(1 - random.nextDouble());
        return now().plusMillis((long) ahead).isAfter(entry.endsAt());
    }

    private Duration jittered(Duration time) {
        return Duration.ofMillis(
                Math.max(1, (long) (time.toMillis() * (1 - JITTER + 2 * JITTER * random.nextDouble()))));
    }

    private static Duration bounded(Duration cost) {
        return cost.isNegative() ? Duration.ZERO : shorter(cost, DEAREST);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
