package dev.gatehouse.caching;

import dev.gatehouse.caching.Invalidations.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A cache in a map, that can be told to fail, to lose everything, and to let something happen within a call. */
public final class InMemoryCache<V> implements Cache<V> {

    /**
     * @param entry null for a tombstone
     */
    private record Slot<V>(@Nullable CacheEntry<V> entry, long version, long endsNanos) {}

    /** A moment within a call, when its effect is or is not there yet and its caller waits for the answer. */
    public enum Moment {
        AFTER_FIND,
        AFTER_LEASE,
        BEFORE_FILL,
        AFTER_FILL
    }

    private record Held(String ticket, long endsNanos) {}

    private final Map<String, Slot<V>> slots = new HashMap<>();
    private final Map<String, Held> leases = new HashMap<>();
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final Map<Moment, Runnable> next = new ConcurrentHashMap<>();
    private volatile boolean failing;

    /** From now on every call fails, or succeeds again. */
    public void failing(boolean failing) {
        this.failing = failing;
    }

    /** How many entries and tombstones there are. */
    public synchronized int size() {
        return slots.size();
    }

    /** Forgets everything, as a server that was emptied. */
    public synchronized void flush() {
        slots.clear();
        leases.clear();
        tell(new Change.OfAnything());
    }

    /** Does something at that moment of the next such call, once. */
    public void next(Moment moment, Runnable action) {
        next.put(moment, action);
    }

    /** Calls a listener within each call that changes a key. */
    public void follow(Consumer<Change> listener) {
        listeners.add(listener);
    }

    @Override
    public Optional<CacheEntry<V>> find(String key) {
        answer();
        Optional<CacheEntry<V>> found = look(key);
        pass(Moment.AFTER_FIND);
        return found;
    }

    @Override
    public synchronized Map<String, CacheEntry<V>> findAll(Collection<String> keys) {
        answer();
        var found = new HashMap<String, CacheEntry<V>>();
        keys.forEach(key -> look(key).ifPresent(entry -> found.put(key, entry)));
        return found;
    }

    @Override
    public Lease lease(String key, Instant after) {
        answer();
        Lease lease = leaseNow(key, after);
        pass(Moment.AFTER_LEASE);
        return lease;
    }

    private synchronized Lease leaseNow(String key, Instant after) {
        if (look(key).filter(entry -> entry.loadedAt().isAfter(after)).isPresent()) {
            return new Lease.Filled();
        }
        Held held = leases.get(key);
        if (held != null && held.endsNanos > System.nanoTime()) {
            return new Lease.Taken();
        }
        String ticket = UUID.randomUUID().toString();
        leases.put(key, new Held(ticket, System.nanoTime() + LEASE.toNanos()));
        return new Lease.Granted(ticket);
    }

    @Override
    public Put fill(String key, CacheEntry<V> entry, Lease.Granted lease) {
        pass(Moment.BEFORE_FILL);
        answer();
        Put put = fillNow(key, entry, lease);
        pass(Moment.AFTER_FILL);
        return put;
    }

    private synchronized Put fillNow(String key, CacheEntry<V> entry, Lease.Granted lease) {
        Held held = leases.get(key);
        if (held == null || !held.ticket.equals(lease.ticket()) || held.endsNanos <= System.nanoTime()) {
            return Put.STALE;
        }
        leases.remove(key);
        return put(key, entry);
    }

    @Override
    public synchronized int putAll(Map<String, CacheEntry<V>> entries) {
        answer();
        int stale = 0;
        for (var each : entries.entrySet()) {
            Slot<V> there = slot(each.getKey());
            if (there != null && there.version > each.getValue().version()) {
                stale++;
            } else {
                write(
                        each.getKey(),
                        each.getValue(),
                        each.getValue().version(),
                        each.getValue().ttl());
            }
        }
        return stale;
    }

    @Override
    public synchronized void invalidate(String key, long version) {
        answer();
        Slot<V> there = slot(key);
        if (there == null || there.version < version) {
            write(key, null, version, TOMBSTONE);
        }
    }

    @Override
    public synchronized void evict(String key) {
        answer();
        slots.remove(key);
        leases.remove(key);
        tell(new Change.Of(key));
    }

    private synchronized Optional<CacheEntry<V>> look(String key) {
        return Optional.ofNullable(slot(key)).flatMap(slot -> Optional.ofNullable(slot.entry));
    }

    private void write(String key, @Nullable CacheEntry<V> entry, long version, Duration ttl) {
        slots.put(key, new Slot<>(entry, version, System.nanoTime() + ttl.toNanos()));
        tell(new Change.Of(key));
    }

    private @Nullable Slot<V> slot(String key) {
        Slot<V> slot = slots.get(key);
        return slot != null && slot.endsNanos > System.nanoTime() ? slot : null;
    }

    private void tell(Change change) {
        listeners.forEach(listener -> listener.accept(change));
    }

    private void pass(Moment moment) {
        var action = next.remove(moment);
        if (action != null) {
            action.run();
        }
    }

    private void answer() {
        if (failing) {
            throw new CacheUnavailable(new IllegalStateException("told to fail"));
        }
    }
}
