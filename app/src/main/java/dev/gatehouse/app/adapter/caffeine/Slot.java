package dev.gatehouse.app.adapter.caffeine;

import dev.gatehouse.caching.CacheEntry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is under a key: an entry, a tombstone, or nothing but a lease, which may also stand beside the others.
 *
 * @param entry null for a tombstone, and beside a mere lease
 * @param version of the entry or tombstone
 * @param ends when these end, as {@link System#nanoTime} has it
 * @param ticket of the lease, or none
 * @param tokenEnds when the lease ends
 */
record Slot<V>(
        @Nullable CacheEntry<V> entry,
        long version,
        long ends,
        @Nullable String ticket,
        long tokenEnds) {

    /** A key that nothing is known of. */
    static <V> Slot<V> empty() {
        long now = System.nanoTime();
        return new Slot<>(null, 0, now, null, now);
    }

    private static boolean isAhead(long time) {
        return time - System.nanoTime() > 0;
    }

    boolean isLive() {
        return isAhead(ends);
    }

    boolean isTombstone() {
        return entry == null && isLive();
    }

    boolean isNewerThan(long other) {
        return isLive() && version > other;
    }

    boolean isLeasedTo(String other) {
        return isLeased() && other.equals(ticket);
    }

    boolean isLeased() {
        return ticket != null && isAhead(tokenEnds);
    }

    @Nullable
    CacheEntry<V> found() {
        return isLive() ? entry : null;
    }

    Slot<V> with(CacheEntry<V> other, Duration life) {
        return new Slot<>(other, other.version(), System.nanoTime() + life.toNanos(), ticket, tokenEnds);
    }

    Slot<V> tombstone(long of, Duration life) {
        return new Slot<>(null, of, System.nanoTime() + life.toNanos(), ticket, tokenEnds);
    }

    Slot<V> leased(String to, Duration life) {
        return new Slot<>(entry, version, ends, to, System.nanoTime() + life.toNanos());
    }

    Slot<V> unleased() {
        return new Slot<>(entry, version, ends, null, System.nanoTime());
    }

    /** How long there is something here. */
    Duration life() {
        long now = System.nanoTime();
        return Duration.ofNanos(Math.max(1, Math.max(ends - now, tokenEnds - now)));
    }
}
