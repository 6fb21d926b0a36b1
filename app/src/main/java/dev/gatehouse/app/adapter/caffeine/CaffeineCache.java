package dev.gatehouse.app.adapter.caffeine;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.gatehouse.caching.Cache;
import dev.gatehouse.caching.CacheEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;

/**
 * A cache in this process, of so many entries at most; what is asked for least goes first, but for tombstones, which stay
 * until they end. Never unavailable.
 */
public final class CaffeineCache<V> implements Cache<V> {

    private final ConcurrentMap<String, Slot<V>> slots;
    private final Duration longest;

    /**
     * @param most entries
     * @param longest that any of them is kept, whatever its own time
     */
    public CaffeineCache(int most, Duration longest) {
        this.longest = longest;
        this.slots = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((String key, Slot<V> slot) -> slot.isTombstone() ? 0 : 1)
                .expireAfter(Expiry.<String, Slot<V>>writing((key, slot) -> slot.life()))
                .executor(Runnable::run)
                .build()
                .asMap();
    }

    /** How many entries there are, about: with tombstones, and with what is over and not yet gone. */
    public long size() {
        return slots.size();
    }

    @Override
    public Optional<CacheEntry<V>> find(String key) {
        Slot<V> slot = slots.get(key);
        return slot == null ? Optional.empty() : Optional.ofNullable(slot.found());
    }

    @Override
    public Map<String, CacheEntry<V>> findAll(Collection<String> keys) {
        var found = new HashMap<String, CacheEntry<V>>();
        keys.forEach(key -> find(key).ifPresent(entry -> found.put(key, entry)));
        return found;
    }

    @Override
    public Lease lease(String key, Instant after) {
        String ticket = UUID.randomUUID().toString();
        Slot<V> now =
                change(key, there -> isFilled(there, after) || there.isLeased() ? there : there.leased(ticket, LEASE));
        if (now.isLeasedTo(ticket)) {
            return new Lease.Granted(ticket);
        }
        return isFilled(now, after) ? new Lease.Filled() : new Lease.Taken();
    }

    private static boolean isFilled(Slot<?> slot, Instant after) {
        CacheEntry<?> entry = slot.found();
        return entry != null && entry.loadedAt().isAfter(after);
    }

    @Override
    public Put fill(String key, CacheEntry<V> entry, Lease.Granted lease) {
        Slot<V> now = change(
                key,
                there -> there.isLeasedTo(lease.ticket()) ? put(there, entry).unleased() : there);
        return isIn(now, entry);
    }

    @Override
    public int putAll(Map<String, CacheEntry<V>> entries) {
        return (int) entries.entrySet().stream()
                .filter(each -> put(each.getKey(), each.getValue()) == Put.STALE)
                .count();
    }

    @Override
    public Put put(String key, CacheEntry<V> entry) {
        return isIn(change(key, there -> put(there, entry)), entry);
    }

    @Override
    public void invalidate(String key, long version) {
        change(key, there -> there.isNewerThan(version - 1) ? there : there.tombstone(version, TOMBSTONE));
    }

    @Override
    public void evict(String key) {
        slots.remove(key);
    }

    private Slot<V> put(Slot<V> there, CacheEntry<V> entry) {
        Duration life = entry.ttl().compareTo(longest) < 0 ? entry.ttl() : longest;
        return there.isNewerThan(entry.version()) ? there : there.with(entry, life);
    }

    private static <V> Put isIn(Slot<V> slot, CacheEntry<V> entry) {
        return entry.equals(slot.entry()) ? Put.WRITTEN : Put.STALE;
    }

    /** What is under the key after the change, in one step. */
    private Slot<V> change(String key, UnaryOperator<Slot<V>> change) {
        return slots.compute(key, (same, there) -> change.apply(there == null ? Slot.empty() : there));
    }
}
