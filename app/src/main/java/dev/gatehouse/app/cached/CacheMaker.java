package dev.gatehouse.app.cached;

import dev.gatehouse.caching.CacheCodec;
import dev.gatehouse.caching.ThroughCache;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes the caches behind the annotations. */
@FunctionalInterface
public interface CacheMaker {

    /**
     * @param name of the cache, for its metrics
     * @param ttl null for that of the house
     */
    ThroughCache<Object> make(String name, CacheCodec<Object> codec, @Nullable Duration ttl);
}
