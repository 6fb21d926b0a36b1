package dev.gatehouse.caching;

import dev.gatehouse.caching.Cache.Lease;
import dev.gatehouse.caching.Cache.Put;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads and writes through a cache: what is missing is loaded, and kept for the next reader. Nobody is given a value
 * older than a change that was acknowledged before they asked, provided that who makes a change calls {@link #wrote} or
 * {@link #gone} after its commit and before its acknowledgement.
 *
 * <p>Of parallel readers of a missing key one loads, on this instance and, by its lease, on all. What nears its end is
 * loaded again ahead of it (XFetch: Vattani, Chierichetti, Lowenstein, "Optimal Probabilistic Cache Stampede
 * Prevention", 2015). A cache that does not answer is passed by, and nothing is put.
 *
 * <p>Cost: a hit is one round trip; a miss is two, the load, and one more.
 */
public final class ThroughCache<V> {

    private static final Logger LOG = LoggerFactory.getLogger(ThroughCache.class);

    /** How often a reader looks before they load for themselves alone. */
    private static final int LOOKS = 3;

    /** How often, and how long each time, a reader waits for another instance to load what they want. */
    private static final int MOST_PAUSES = 30;

    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Cache<V> cache;
    private final Freshness<V> freshness;
    private final Bulkhead bulkhead;
    private final Executor aside;
    private final CacheMeter meter;
    private final ConcurrentMap<String, Flight<V>> flights = new ConcurrentHashMap<>();

    /**
     * @param aside runs what nobody waits for
     * @param meter told of the loads
     */
    public ThroughCache(Cache<V> cache, Freshness<V> freshness, Bulkhead bulkhead, Executor aside, CacheMeter meter) {
        this.cache = cache;
        this.freshness = freshness;
        this.bulkhead = bulkhead;
        this.aside = aside;
        this.meter = meter;
    }

    /**
     * Finds the value of a key; empty when there is none behind the cache either.
     *
     * @param loader finds it behind the cache as of now, not as of the unit of work around it; what it throws reaches
     *     everybody who waits for it
     * @throws LoadsBusy when the cache does not answer and too many others are in the same position
     */
    public Optional<V> find(String key, Supplier<Optional<V>> loader) {
        try {
            for (int look = 0; look < LOOKS; look++) {
                Optional<CacheEntry<V>> entry = look(key, loader);
                if (entry.isPresent()) {
                    return entry.get().found();
                }
            }
        } catch (CacheUnavailable down) {
            LOG.debug("the cache does not answer for {}", key);
        }
        return bulkhead.load(() -> load(loader)).found();
    }

    /**
     * Finds the values of up to 200 keys; a key without one is not in the answer.
     *
     * @param loader finds the values of the keys it is given, as {@link #find} says
     */
    public Map<String, V> findAll(Collection<String> keys, Function<Set<String>, Map<String, V>> loader) {
        Map<String, CacheEntry<V>> cached;
        try {
            cached = cache.findAll(keys);
        } catch (CacheUnavailable down) {
            return bulkhead.load(() -> loader.apply(Set.copyOf(keys)));
        }
        var values = new HashMap<String, V>();
        cached.forEach((key, entry) -> entry.found().ifPresent(value -> values.put(key, value)));
        var missing = new HashSet<>(keys);
        missing.removeAll(cached.keySet());
        if (!missing.isEmpty()) {
            values.putAll(loadAll(missing, loader));
        }
        return values;
    }

    /**
     * Shows readers a value as its writer knows it, now that the change is durable. A cache that does not answer is no
     * failure: who reads it here later trusts nothing from before (see {@link WaryCache}).
     */
    public void wrote(String key, V value) {
        tell(key, () -> cache.put(key, freshness.written(value)));
    }

    /** Shows readers that there is no value any more, as {@link #wrote} does. */
    public void gone(String key, long version) {
        tell(key, () -> cache.put(key, freshness.gone(version)));
    }

    /**
     * Makes sure that nobody is shown a version older than this.
     *
     * @throws CacheUnavailable when the cache does not answer; to be done again
     */
    public void outdate(String key, long version) {
        cache.invalidate(key, version);
    }

    /**
     * Forgets a value, of whatever version.
     *
     * @throws CacheUnavailable when the cache does not answer; to be done again
     */
    public void forget(String key) {
        cache.evict(key);
    }

    private static void tell(String key, Runnable news) {
        try {
            news.run();
        } catch (CacheUnavailable down) {
            LOG.debug("the cache did not hear the news of {}", key);
        }
    }

    /** Empty when somebody else has loaded, and this caller has to look again. */
    private Optional<CacheEntry<V>> look(String key, Supplier<Optional<V>> loader) {
        Optional<CacheEntry<V>> found = cache.find(key);
        if (found.isPresent()) {
            if (freshness.isDue(found.get())) {
                aside.execute(() -> renew(key, found.get(), loader));
            }
            return found;
        }
        var mine = new Flight<V>();
        var other = flights.putIfAbsent(key, mine);
        return other == null ? lead(key, mine, () -> lease(key), loader) : other.join();
    }

    private void renew(String key, CacheEntry<V> old, Supplier<Optional<V>> loader) {
        var mine = new Flight<V>();
        if (flights.putIfAbsent(key, mine) != null) {
            return;
        }
        try {
            var _ = lead(key, mine, () -> cache.lease(key, old.loadedAt()), loader);
        } catch (RuntimeException failure) {
            LOG.debug("{} was not renewed ahead of its end", key, failure);
        }
    }

    private Optional<CacheEntry<V>> lead(
            String key, Flight<V> flight, Supplier<Lease> lease, Supplier<Optional<V>> loader) {
        try {
            return switch (lease.get()) {
                case Lease.Filled filled -> Optional.empty();
                case Lease.Taken taken -> Optional.of(load(loader));
                case Lease.Granted granted -> {
                    CacheEntry<V> entry = load(loader);
                    flight.close();
                    if (fill(key, entry, granted)) {
                        flight.land(entry);
                    }
                    yield Optional.of(entry);
                }
            };
        } catch (CacheUnavailable down) {
            throw down;
        } catch (RuntimeException | Error failure) {
            flight.fail(failure);
            throw failure;
        } finally {
            flights.remove(key, flight);
            flight.end();
        }
    }

    /** Waits for a while for whoever has the lease. */
    private Lease lease(String key) {
        Lease lease = cache.lease(key, Instant.EPOCH);
        for (int looks = 0; lease instanceof Lease.Taken && looks < MOST_PAUSES && pause(); looks++) {
            lease = cache.lease(key, Instant.EPOCH);
        }
        return lease;
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private CacheEntry<V> load(Supplier<Optional<V>> loader) {
        Instant begin = freshness.now();
        CacheEntry<V> entry = freshness.entry(loader.get().orElse(null), begin);
        meter.loaded(entry.cost());
        return entry;
    }

    /** Whether it was the newest there is, and is in the cache now. */
    private boolean fill(String key, CacheEntry<V> entry, Lease.Granted lease) {
        try {
            return cache.fill(key, entry, lease) == Put.WRITTEN;
        } catch (CacheUnavailable down) {
            return false;
        }
    }

    private Map<String, V> loadAll(Set<String> keys, Function<Set<String>, Map<String, V>> loader) {
        Instant begin = freshness.now();
        Map<String, V> values = loader.apply(keys);
        var entries = new HashMap<String, CacheEntry<V>>();
        values.forEach((key, value) -> entries.put(key, freshness.entry(value, begin)));
        try {
            cache.putAll(entries);
        } catch (CacheUnavailable down) {
            LOG.debug("the cache did not take {} values", entries.size());
        }
        return values;
    }
}
