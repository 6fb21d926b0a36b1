package dev.gatehouse.app.wiring;

import dev.gatehouse.app.cached.CacheMaker;
import dev.gatehouse.caching.Bulkhead;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Wires what all caches share. */
@Factory
final class CachingFactory {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    /**
     * @param connections to Postgres: of these, loads past a cache that does not answer leave a fifth to others
     */
    @Singleton
    ThroughCaches throughCaches(
            @Value("${datasources.default.maximum-pool-size}") int connections,
            @Named(TaskExecutors.BLOCKING) ExecutorService aside,
            CacheMeters meters,
            Clock clock) {
        var bulkhead = new Bulkhead(Math.max(1, connections * 4 / 5), PATIENCE);
        RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        return new ThroughCaches(bulkhead, aside, name -> meters.of(name, "db"), clock, random);
    }

    @Singleton
    CacheMaker cacheMaker(CacheStore store, ThroughCaches through, CachingSettings settings) {
        return (name, codec, ttl) ->
                through.over(store.values(name, codec), name, value -> 0, ttl == null ? settings.ttl() : ttl);
    }
}
