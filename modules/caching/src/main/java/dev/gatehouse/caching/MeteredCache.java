package dev.gatehouse.caching;

import dev.gatehouse.caching.CacheMeter.Count;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A cache that is counted. */
public final class MeteredCache<V> implements Cache<V> {

    private final Cache<V> cache;
    private final CacheMeter meter;

    public MeteredCache(Cache<V> cache, CacheMeter meter) {
        this.cache = cache;
        this.meter = meter;
    }

    @Override
    public Optional<CacheEntry<V>> find(String key) {
        Optional<CacheEntry<V>> found = counting(() -> cache.find(key));
        meter.count(found.map(MeteredCache::hit).orElse(Count.MISS), 1);
        return found;
    }

    @Override
    public Map<String, CacheEntry<V>> findAll(Collection<String> keys) {
        Map<String, CacheEntry<V>> found = counting(() -> cache.findAll(keys));
        found.values().forEach(entry -> meter.count(hit(entry), 1));
        meter.count(Count.MISS, keys.size() - (long) found.size());
        return found;
    }

    @Override
    public Lease lease(String key, Instant after) {
        Lease lease = counting(() -> cache.lease(key, after));
        switch (lease) {
            case Lease.Granted granted -> meter.count(Count.LEASE_GRANTED, 1);
            case Lease.Taken taken -> meter.count(Count.LEASE_TAKEN, 1);
            case Lease.Filled filled -> meter.count(Count.HIT, 1);
        }
        return lease;
    }

    @Override
    public Put fill(String key, CacheEntry<V> entry, Lease.Granted lease) {
        Put put = counting(() -> cache.fill(key, entry, lease));
        meter.count(Count.STALE_REFUSED, put == Put.STALE ? 1 : 0);
        return put;
    }

    @Override
    public int putAll(Map<String, CacheEntry<V>> entries) {
        int stale = counting(() -> cache.putAll(entries));
        meter.count(Count.STALE_REFUSED, stale);
        return stale;
    }

    @Override
    public void invalidate(String key, long version) {
        counting(() -> {
            cache.invalidate(key, version);
            return version;
        });
    }

    @Override
    public void evict(String key) {
        counting(() -> {
            cache.evict(key);
            return key;
        });
    }

    private static Count hit(CacheEntry<?> entry) {
        return entry.value() == null ? Count.NEGATIVE : Count.HIT;
    }

    private <T> T counting(Supplier<T> call) {
        try {
            return call.get();
        } catch (CacheUnavailable down) {
            meter.count(Count.ERROR, 1);
            throw down;
        }
    }
}
