package dev.gatehouse.app.adapter.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.caching.CacheMeter;
import dev.gatehouse.caching.CacheMeter.Count;
import dev.gatehouse.caching.CacheMeterContract;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class MicrometerCacheMeterTest implements CacheMeterContract {

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final CacheMeter meter = new MicrometerCacheMeter(registry, "users", "redis");

    @Override
    public CacheMeter meter() {
        return meter;
    }

    @Override
    public long counted(Count what) {
        return counted("users", "redis", what.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private long counted(String cache, String layer, String result) {
        return (long) registry.get("gatehouse.cache")
                .tags("cache", cache, "layer", layer, "result", result)
                .counter()
                .count();
    }

    @Override
    public Duration loadedInAll() {
        double nanos = registry.get("gatehouse.cache.load")
                .tag("cache", "users")
                .timer()
                .totalTime(TimeUnit.NANOSECONDS);
        return Duration.ofNanos((long) nanos);
    }

    @Test
    void anotherLayerIsCountedByItself() {
        var near = new MicrometerCacheMeter(registry, "users", "near");
        near.count(Count.STALE_REFUSED, 1);
        assertThat(counted("users", "near", "stale-refused")).isEqualTo(1);
        assertThat(counted(Count.STALE_REFUSED)).isZero();
    }
}
