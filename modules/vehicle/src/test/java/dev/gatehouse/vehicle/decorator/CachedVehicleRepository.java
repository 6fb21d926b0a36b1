package dev.gatehouse.vehicle.decorator;

import dev.gatehouse.caching.Bulkhead;
import dev.gatehouse.caching.Cache;
import dev.gatehouse.caching.Freshness;
import dev.gatehouse.caching.IdPage;
import dev.gatehouse.caching.InMemoryCache;
import dev.gatehouse.caching.InMemoryCacheMeter;
import dev.gatehouse.caching.InMemoryGenerations;
import dev.gatehouse.caching.Outages;
import dev.gatehouse.caching.ThroughCache;
import dev.gatehouse.caching.ThroughList;
import dev.gatehouse.caching.WaryCache;
import dev.gatehouse.caching.WaryGenerations;
import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.port.InMemoryVehicleRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;

/** Vehicles over fakes, with the decorator that caches them. */
final class CachedVehicleRepository {

    final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    final InMemoryVehicleRepository truth = new InMemoryVehicleRepository(work);
    final InMemoryCache<Vehicle> cache = new InMemoryCache<>();
    final InMemoryCache<IdPage> pageCache = new InMemoryCache<>();
    final InMemoryGenerations generations = new InMemoryGenerations();
    final InMemoryCacheMeter loads = new InMemoryCacheMeter();
    final VehicleCacheRepository vehicles = instance();

    /** A repository as another instance has it, over the same caches. */
    VehicleCacheRepository instance() {
        var outages = new Outages(Clock.systemUTC());
        return new VehicleCacheRepository(
                truth,
                through(cache, outages, Vehicle::version),
                new ThroughList(through(pageCache, outages, page -> 0), new WaryGenerations(generations, outages)),
                work);
    }

    /** From now on no cache answers, or all do again. */
    void failing(boolean failing) {
        cache.failing(failing);
        pageCache.failing(failing);
        generations.failing(failing);
    }

    private <V> ThroughCache<V> through(Cache<V> some, Outages outages, ToLongFunction<V> version) {
        var freshness =
                new Freshness<>(Duration.ofMinutes(10), version, Clock.systemUTC(), RandomGenerator.getDefault());
        var bulkhead = new Bulkhead(100, Duration.ofSeconds(10));
        return new ThroughCache<>(new WaryCache<>(some, outages), freshness, bulkhead, Runnable::run, loads);
    }
}
