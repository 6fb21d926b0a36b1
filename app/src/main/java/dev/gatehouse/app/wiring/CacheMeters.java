package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.micrometer.MicrometerCacheMeter;
import dev.gatehouse.caching.CacheMeter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Gives each layer of each cache its meter. */
@Singleton
public final class CacheMeters {

    private final MeterRegistry registry;

    CacheMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * @param layer near, redis, local, or db for the loads
     */
    public CacheMeter of(String cache, String layer) {
        return new MicrometerCacheMeter(registry, cache, layer);
    }
}
