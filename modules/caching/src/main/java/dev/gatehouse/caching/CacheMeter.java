package dev.gatehouse.caching;

import java.time.Duration;

/** Counts what happens in one layer of one cache. Never fails, never waits. */
public interface CacheMeter {

    /** What is counted. */
    enum Count {
        HIT,
        MISS,
        /** A hit that says that there is no row. */
        NEGATIVE,
        /** An entry was refused because it is old, or may be. */
        STALE_REFUSED,
        LEASE_GRANTED,
        LEASE_TAKEN,
        /** The cache did not answer. */
        ERROR
    }

    /** Counts something that happened so many times, be it none. */
    void count(Count what, long times);

    /** A value was loaded from behind the cache, in that time. */
    void loaded(Duration time);
}
