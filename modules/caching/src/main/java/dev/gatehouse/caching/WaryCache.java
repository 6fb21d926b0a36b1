package dev.gatehouse.caching;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A cache that finds nothing from before its last outage: who had news for it then may have told them to nobody. */
public final class WaryCache<V> implements Cache<V> {

    private final Cache<V> cache;
    private final Outages outages;

    public WaryCache(Cache<V> cache, Outages outages) {
        this.cache = cache;
        this.outages = outages;
    }

    @Override
    public Optional<CacheEntry<V>> find(String key) {
        return noting(() -> cache.find(key)).filter(outages::isTrusted);
    }

    @Override
    public Map<String, CacheEntry<V>> findAll(Collection<String> keys) {
        return noting(() -> cache.findAll(keys)).entrySet().stream()
                .filter(found -> outages.isTrusted(found.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Lease lease(String key, Instant after) {
        Instant untrusted = outages.untrusted();
        return noting(() -> cache.lease(key, after.isAfter(untrusted) ? after : untrusted));
    }

    @Override
    public Put fill(String key, CacheEntry<V> entry, Lease.Granted lease) {
        return outages.isTrusted(entry) ? noting(() -> cache.fill(key, entry, lease)) : Put.STALE;
    }

    @Override
    public int putAll(Map<String, CacheEntry<V>> entries) {
        return noting(() -> cache.putAll(entries));
    }

    @Override
    public void invalidate(String key, long version) {
        noting(() -> {
            cache.invalidate(key, version);
            return version;
        });
    }

    @Override
    public void evict(String key) {
        noting(() -> {
            cache.evict(key);
            return key;
        });
    }

    private <T> T noting(Supplier<T> call) {
        try {
            return call.get();
        } catch (CacheUnavailable down) {
            outages.note();
            throw down;
        }
    }
}
