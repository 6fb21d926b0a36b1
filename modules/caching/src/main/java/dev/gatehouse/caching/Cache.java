package dev.gatehouse.caching;

import java.time.Duration;
import java.util.Optional;

/**
 * A cache of versioned values: whatever the order in which writers and readers arrive, an older version never replaces
 * a newer one.
 *
 * <p>A key's version is the version of the row it shows, and grows with every change of that row. Every entry expires.
 * One call is one round trip, and atomic for its key.
 */
public interface Cache<V> {

    /** How long a tombstone outlives the slowest reader that may still hold the row from before. */
    Duration TOMBSTONE = Duration.ofSeconds(30);

    /**
     * Finds the value under a key; empty when there is none, when it expired, was invalidated, or cannot be read.
     *
     * @throws CacheUnavailable when the cache does not answer; that is not a miss, and nothing should be put after it
     */
    Optional<V> find(String key);

    /**
     * Puts a value unless a newer version, value or tombstone, is there; the same version again only renews its life.
     *
     * @param ttl at least one millisecond
     * @throws CacheUnavailable when the cache does not answer; the value may or may not be there
     */
    void put(String key, V value, long version, Duration ttl);

    /**
     * Leaves a tombstone: for {@link #TOMBSTONE} no value older than {@code version} can be put. Idempotent; a newer
     * tombstone or value stays.
     *
     * @throws CacheUnavailable when the cache does not answer
     */
    void invalidate(String key, long version);
}
