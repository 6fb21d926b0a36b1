package dev.gatehouse.identity.decorator;

import dev.gatehouse.caching.Bulkhead;
import dev.gatehouse.caching.Cache;
import dev.gatehouse.caching.Freshness;
import dev.gatehouse.caching.IdPage;
import dev.gatehouse.caching.InMemoryCache;
import dev.gatehouse.caching.InMemoryCacheMeter;
import dev.gatehouse.caching.InMemoryGenerations;
import dev.gatehouse.caching.InMemoryInvalidations;
import dev.gatehouse.caching.NearCache;
import dev.gatehouse.caching.Outages;
import dev.gatehouse.caching.ThroughCache;
import dev.gatehouse.caching.ThroughList;
import dev.gatehouse.caching.WaryCache;
import dev.gatehouse.caching.WaryGenerations;
import dev.gatehouse.events.InMemoryEventLog;
import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.InMemoryPreferenceStore;
import dev.gatehouse.identity.port.InMemoryUserRepository;
import dev.gatehouse.identity.port.SequentialIds;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;

/** Users and preferences over fakes, with the decorators that cache them. */
final class CachedIdentity {

    final Clock clock = Clock.systemUTC();
    final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    final InMemoryEventLog events = new InMemoryEventLog(work);
    final InMemoryUserRepository truth = new InMemoryUserRepository(work);
    final InMemoryPreferenceStore preferenceTruth = new InMemoryPreferenceStore(work, truth);
    final InMemoryCache<User> userCache = new InMemoryCache<>();
    final InMemoryCache<UserId> idCache = new InMemoryCache<>();
    final InMemoryCache<IdPage> pageCache = new InMemoryCache<>();
    final InMemoryCache<Preferences> preferenceCache = new InMemoryCache<>();
    final InMemoryGenerations generations = new InMemoryGenerations();
    final InMemoryCacheMeter loads = new InMemoryCacheMeter();
    final SequentialIds ids = new SequentialIds(clock);

    final UserCacheRepository users = instance();
    final PreferenceCacheStore preferences = new PreferenceCacheStore(
            preferenceTruth,
            through(preferenceCache, new Outages(clock), Preferences::version),
            events,
            work,
            ids,
            clock);

    /** A repository as another instance has it, over the same caches, with copies of users near. */
    UserCacheRepository instance() {
        var outages = new Outages(clock);
        var copies = new AtomicReference<>(new InMemoryCache<User>());
        var near = new NearCache<User>(
                () -> {
                    copies.set(new InMemoryCache<>());
                    return copies.get();
                },
                new WaryCache<>(userCache, outages),
                new InMemoryInvalidations(userCache),
                new InMemoryCacheMeter());
        var caches = new UserCaches(
                through(near, outages, User::version),
                through(idCache, outages, id -> 0),
                new ThroughList(through(pageCache, outages, page -> 0), new WaryGenerations(generations, outages)),
                near::holds,
                () -> copies.get().size());
        return new UserCacheRepository(truth, caches, new ContactHash(Samples.masterKey()), events, work, ids);
    }

    /** From now on no cache answers, or all do again. */
    void failing(boolean failing) {
        userCache.failing(failing);
        idCache.failing(failing);
        pageCache.failing(failing);
        preferenceCache.failing(failing);
        generations.failing(failing);
    }

    private <V> ThroughCache<V> through(Cache<V> cache, Outages outages, ToLongFunction<V> version) {
        var freshness = new Freshness<>(Duration.ofMinutes(10), version, clock, RandomGenerator.getDefault());
        var bulkhead = new Bulkhead(100, Duration.ofSeconds(10));
        return new ThroughCache<>(new WaryCache<>(cache, outages), freshness, bulkhead, Runnable::run, loads);
    }
}
