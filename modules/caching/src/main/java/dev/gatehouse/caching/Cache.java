package dev.gatehouse.caching;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * A cache of versioned entries: whatever the order in which writers and readers arrive, an older version never replaces
 * a newer one, and what was read before a change is not put back after it.
 *
 * <p>A key's version is the version of the row it shows, and grows with every change of that row; values without a
 * version have 0 and are changed by {@link #evict} alone. Every entry expires. One call is one round trip, and atomic
 * for each key.
 *
 * <p>Every method may throw {@link CacheUnavailable}. That is not a miss: nothing is known, a write may or may not have
 * been done, and nothing should be put afterwards.
 */
public interface Cache<V> {

    /** How long a tombstone outlives the slowest writer that may still hold the row from before. */
    Duration TOMBSTONE = Duration.ofSeconds(30);

    /** How long whoever loads may take; what takes longer is not kept. */
    Duration LEASE = Duration.ofSeconds(5);

    /** What became of an entry. */
    enum Put {
        WRITTEN,
        /** A newer version or a tombstone is there, or the lease is gone: the entry is old, or may be. */
        STALE
    }

    /** Who loads a key that is missing. */
    sealed interface Lease {
        /** The caller does, and hands the ticket in with what it loaded. */
        record Granted(String ticket) implements Lease {}

        /** Somebody else does, at the moment. */
        record Taken() implements Lease {}

        /** Somebody else has: an entry is there. */
        record Filled() implements Lease {}
    }

    /** Finds an entry; empty when there is none, when it expired, was invalidated, or cannot be read. */
    Optional<CacheEntry<V>> find(String key);

    /** Finds the entries under up to 200 keys; a key without one is not in the answer. */
    Map<String, CacheEntry<V>> findAll(Collection<String> keys);

    /**
     * Asks to be the one who loads a key, for {@link #LEASE}: of any number of callers one is granted it.
     *
     * @param after an entry whose load began no later than this is to be replaced, and does not count as filled
     */
    Lease lease(String key, Instant after);

    /**
     * Puts what was loaded under a lease, and gives the lease back. Refused when the lease has ended, was evicted or
     * lost, and as {@link #putAll} refuses.
     */
    Put fill(String key, CacheEntry<V> entry, Lease.Granted lease);

    /**
     * Puts up to 200 entries, each unless a newer version, value or tombstone, is there; the same version again renews
     * its life. Returns how many were {@link Put#STALE}.
     */
    int putAll(Map<String, CacheEntry<V>> entries);

    /** Puts one entry, as {@link #putAll} does. */
    default Put put(String key, CacheEntry<V> entry) {
        return putAll(Map.of(key, entry)) == 0 ? Put.WRITTEN : Put.STALE;
    }

    /**
     * Leaves a tombstone: for {@link #TOMBSTONE} nothing older than {@code version} can be put. Idempotent; a value or
     * tombstone of that version or a newer one stays.
     */
    void invalidate(String key, long version);

    /** Forgets a key, whatever its version, and takes the lease from whoever loads it now. Idempotent. */
    void evict(String key);
}
