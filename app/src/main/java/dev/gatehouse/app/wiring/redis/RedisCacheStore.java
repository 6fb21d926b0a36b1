package dev.gatehouse.app.wiring.redis;

import dev.gatehouse.app.adapter.caffeine.CaffeineCache;
import dev.gatehouse.app.adapter.redis.RedisCache;
import dev.gatehouse.app.adapter.redis.RedisConnection;
import dev.gatehouse.app.adapter.redis.RedisGenerations;
import dev.gatehouse.app.wiring.CacheMeters;
import dev.gatehouse.app.wiring.CacheStore;
import dev.gatehouse.app.wiring.CachingSettings;
import dev.gatehouse.caching.Cache;
import dev.gatehouse.caching.CacheCodec;
import dev.gatehouse.caching.FieldCodec;
import dev.gatehouse.caching.Generations;
import dev.gatehouse.caching.Invalidations;
import dev.gatehouse.caching.MeteredCache;
import dev.gatehouse.caching.NearCache;
import dev.gatehouse.caching.Outages;
import dev.gatehouse.caching.WaryCache;
import dev.gatehouse.caching.WaryGenerations;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** Caches in Redis, and copies of their entries in this process. */
@Singleton
final class RedisCacheStore implements CacheStore {

    /** How long a copy stays, should the news of its change be lost in a way that nobody thought of. */
    private static final Duration LONGEST_COPY = Duration.ofSeconds(30);

    private final RedisConnection redis;
    private final Invalidations news;
    private final CacheMeters meters;
    private final Outages outages;
    private final int copies;

    RedisCacheStore(
            RedisConnection redis, Invalidations news, CacheMeters meters, Clock clock, CachingSettings settings) {
        this.redis = redis;
        this.news = news;
        this.meters = meters;
        this.outages = new Outages(clock);
        outages.follow(news);
        this.copies = settings.max();
    }

    @Override
    public <V> Cache<V> values(String name, CacheCodec<V> codec) {
        return wary(name, RedisCache.ofStrings(redis, codec));
    }

    @Override
    public <V> Cache<V> fields(String name, FieldCodec<V> codec) {
        return wary(name, RedisCache.ofHashes(redis, codec));
    }

    @Override
    public <V> Near<V> near(String name, Cache<V> cache) {
        var latest = new AtomicReference<>(new CaffeineCache<V>(copies, LONGEST_COPY));
        var near = new NearCache<V>(() -> emptied(latest), cache, news, meters.of(name, "near"));
        // A copy is no more to be trusted after an outage than what it is a copy of.
        return new Near<>(
                new WaryCache<>(near, outages), near::holds, () -> latest.get().size());
    }

    private <V> Cache<V> emptied(AtomicReference<CaffeineCache<V>> latest) {
        var empty = new CaffeineCache<V>(copies, LONGEST_COPY);
        latest.set(empty);
        return empty;
    }

    @Override
    public Generations generations() {
        return new WaryGenerations(new RedisGenerations(redis), outages);
    }

    private <V> Cache<V> wary(String name, Cache<V> cache) {
        return new WaryCache<>(new MeteredCache<>(cache, meters.of(name, "redis")), outages);
    }
}
