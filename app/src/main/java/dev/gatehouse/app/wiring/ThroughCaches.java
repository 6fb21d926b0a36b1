package dev.gatehouse.app.wiring;

import dev.gatehouse.caching.Bulkhead;
import dev.gatehouse.caching.Cache;
import dev.gatehouse.caching.CacheMeter;
import dev.gatehouse.caching.Freshness;
import dev.gatehouse.caching.IdPageCodec;
import dev.gatehouse.caching.ThroughCache;
import dev.gatehouse.caching.ThroughList;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;

/** Makes the caches that are read through, with all that they share. */
final class ThroughCaches {

    private final Bulkhead bulkhead;
    private final Executor aside;
    private final Function<String, CacheMeter> loads;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * @param loads gives the meter of the loads of the cache of a name
     */
    ThroughCaches(
            Bulkhead bulkhead,
            Executor aside,
            Function<String, CacheMeter> loads,
            Clock clock,
            RandomGenerator random) {
        this.bulkhead = bulkhead;
        this.aside = aside;
        this.loads = loads;
        this.clock = clock;
        this.random = random;
    }

    <V> ThroughCache<V> over(Cache<V> cache, String name, ToLongFunction<V> version, Duration ttl) {
        var freshness = new Freshness<>(ttl, version, clock, random);
        return new ThroughCache<>(cache, freshness, bulkhead, aside, loads.apply(name));
    }

    /**
     * @param name of the cache of the pages
     */
    ThroughList lists(CacheStore store, String name, Duration ttl) {
        return new ThroughList(over(store.values(name, new IdPageCodec()), name, page -> 0, ttl), store.generations());
    }
}
