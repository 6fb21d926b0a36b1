package dev.gatehouse.app.adapter.micrometer;

import dev.gatehouse.caching.CacheMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The counters {@code gatehouse.cache}, by cache, layer and result ({@code hit}, {@code lease-granted} and so on), and
 * the timer {@code gatehouse.cache.load}, by cache.
 */
public final class MicrometerCacheMeter implements CacheMeter {

    private final Map<Count, Counter> counters = new EnumMap<>(Count.class);
    private final Timer loads;

    public MicrometerCacheMeter(MeterRegistry registry, String cache, String layer) {
        for (Count what : Count.values()) {
            String result = what.name().toLowerCase(Locale.ROOT).replace('_', '-');
            counters.put(what, registry.counter("gatehouse.cache", "cache", cache, "layer", layer, "result", result));
        }
        loads = registry.timer("gatehouse.cache.load", "cache", cache);
    }

    @Override
    public void count(Count what, long times) {
        Objects.requireNonNull(counters.get(what)).increment((double) times);
    }

    @Override
    public void loaded(Duration time) {
        loads.record(time);
    }
}
