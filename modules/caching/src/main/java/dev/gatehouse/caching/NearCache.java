package dev.gatehouse.caching;

import dev.gatehouse.caching.CacheMeter.Count;
import dev.gatehouse.caching.Invalidations.Change;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;

/**
 * A cache with a copy of what was found beside it, in this process: a hit there costs no round trip. While changes of
 * the far cache are not heard, it is as if there were no copies.
 *
 * <p>A copy is as fresh as the news: whoever has just had an answer from beside the far entry sees every change that was
 * acknowledged before they asked (see {@link Invalidations}); anybody else may see a change as late as the news travel.
 */
public final class NearCache<V> implements Cache<V> {

    private static final int STRIPES = 1_024;

    private final Supplier<Cache<V>> empty;
    private final Cache<V> far;
    private final Invalidations news;
    private final CacheMeter meter;

    /** How often news came of the keys of each stripe; a copy made of an answer from before the last is not kept. */
    private final AtomicLongArray heard = new AtomicLongArray(STRIPES);

    private volatile Cache<V> near;

    /**
     * @param empty gives an empty cache of this process alone, bounded in size and in how long it keeps anything
     * @param meter told of the looks at the copies
     */
    public NearCache(Supplier<Cache<V>> empty, Cache<V> far, Invalidations news, CacheMeter meter) {
        this.empty = empty;
        this.near = empty.get();
        this.far = far;
        this.news = news;
        this.meter = meter;
        news.follow(this::hear);
    }

    @Override
    public Optional<CacheEntry<V>> find(String key) {
        if (!news.areHeard()) {
            return far.find(key);
        }
        Optional<CacheEntry<V>> copy = near.find(key);
        if (copy.isPresent()) {
            meter.count(Count.HIT, 1);
            return copy;
        }
        meter.count(Count.MISS, 1);
        long before = heard.get(stripe(key));
        Optional<CacheEntry<V>> found = far.find(key);
        found.ifPresent(entry -> keep(key, entry, before));
        return found;
    }

    /** Whether {@link #find} would cost no round trip now. It may have changed by then: a hint, not a promise. */
    public boolean holds(String key) {
        return news.areHeard() && near.find(key).isPresent();
    }

    @Override
    public Map<String, CacheEntry<V>> findAll(Collection<String> keys) {
        return far.findAll(keys);
    }

    @Override
    public Lease lease(String key, Instant after) {
        return far.lease(key, after);
    }

    @Override
    public Put fill(String key, CacheEntry<V> entry, Lease.Granted lease) {
        return far.fill(key, entry, lease);
    }

    @Override
    public int putAll(Map<String, CacheEntry<V>> entries) {
        try {
            return far.putAll(entries);
        } finally {
            entries.keySet().forEach(this::forget);
        }
    }

    @Override
    public void invalidate(String key, long version) {
        try {
            far.invalidate(key, version);
        } finally {
            forget(key);
        }
    }

    @Override
    public void evict(String key) {
        try {
            far.evict(key);
        } finally {
            forget(key);
        }
    }

    private void keep(String key, CacheEntry<V> entry, long before) {
        Cache<V> copies = near;
        copies.put(key, entry);
        if (heard.get(stripe(key)) != before) {
            copies.evict(key);
        }
    }

    private void hear(Change change) {
        switch (change) {
            case Change.Of(String key) -> forget(key);
            case Change.OfAnything _, Change.Missed _ -> forgetAll();
        }
    }

    /** Counts first: who puts a copy in between sees that, and takes it away again. */
    private void forget(String key) {
        heard.incrementAndGet(stripe(key));
        near.evict(key);
    }

    private void forgetAll() {
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            heard.incrementAndGet(stripe);
        }
        near = empty.get();
    }

    private static int stripe(String key) {
        int hash = key.hashCode();
        return (hash ^ (hash >>> 16)) & (STRIPES - 1);
    }
}
