package dev.gatehouse.app.wiring.local;

import dev.gatehouse.app.adapter.caffeine.CaffeineCache;
import dev.gatehouse.app.adapter.caffeine.CaffeineGenerations;
import dev.gatehouse.app.wiring.CacheMeters;
import dev.gatehouse.app.wiring.CacheStore;
import dev.gatehouse.app.wiring.CachingSettings;
import dev.gatehouse.caching.Cache;
import dev.gatehouse.caching.CacheCodec;
import dev.gatehouse.caching.FieldCodec;
import dev.gatehouse.caching.Generations;
import dev.gatehouse.caching.MeteredCache;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Caches in this process, a cache of a name being one whoever asks for it. */
@Singleton
final class LocalCacheStore implements CacheStore {

    private static final Duration LONGEST = Duration.ofDays(1);

    private final CacheMeters meters;
    private final int max;
    private final Generations generations = new CaffeineGenerations();
    private final Map<String, CaffeineCache<?>> stores = new ConcurrentHashMap<>();
    private final Map<String, Cache<?>> caches = new ConcurrentHashMap<>();

    LocalCacheStore(CacheMeters meters, CachingSettings settings) {
        this.meters = meters;
        this.max = settings.max();
    }

    @Override
    public <V> Cache<V> values(String name, CacheCodec<V> codec) {
        return of(name);
    }

    @Override
    public <V> Cache<V> fields(String name, FieldCodec<V> codec) {
        return of(name);
    }

    /** It is as near as can be. */
    @Override
    public <V> Near<V> near(String name, Cache<V> cache) {
        return new Near<>(cache, key -> true, store(name)::size);
    }

    @Override
    public Generations generations() {
        return generations;
    }

    @SuppressWarnings("unchecked") // whoever names a cache says of what type it is, and says it once
    private <V> Cache<V> of(String name) {
        return (Cache<V>)
                caches.computeIfAbsent(name, key -> new MeteredCache<>(store(name), meters.of(name, "local")));
    }

    private CaffeineCache<?> store(String name) {
        return stores.computeIfAbsent(name, key -> new CaffeineCache<>(max, LONGEST));
    }
}
