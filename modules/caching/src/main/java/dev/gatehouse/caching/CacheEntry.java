package dev.gatehouse.caching;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a cache holds under a key: a value, or the knowledge that there is none.
 *
 * @param value null where it is known that there is no row
 * @param version of the row; 0 for what has no version, and where there is no row
 * @param loadedAt when the load began, to the millisecond: every change before that is in the value
 * @param cost how long the load took, to the millisecond, a minute at most
 * @param ttl how long it is kept, to the millisecond and at least one
 */
public record CacheEntry<V>(@Nullable V value, long version, Instant loadedAt, Duration cost, Duration ttl) {

    public Optional<V> found() {
        return Optional.ofNullable(value);
    }

    public Instant endsAt() {
        return loadedAt.plus(ttl);
    }
}
