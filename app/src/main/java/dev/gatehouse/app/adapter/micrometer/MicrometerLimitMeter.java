package dev.gatehouse.app.adapter.micrometer;

import dev.gatehouse.ratelimit.LimitMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The counters {@code gatehouse.rate.limit}, by policy and result ({@code allowed}, {@code shadow-denied} and so on). There
 * are six for each policy that was ever asked, however many clients there are.
 */
public final class MicrometerLimitMeter implements LimitMeter {

    private record Kind(String limit, Event event) {}

    private final MeterRegistry registry;
    private final ConcurrentMap<Kind, Counter> counters = new ConcurrentHashMap<>();

    public MicrometerLimitMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void count(String limit, Event event) {
        counters.computeIfAbsent(new Kind(limit, event), this::counter).increment();
    }

    private Counter counter(Kind kind) {
        String result = kind.event().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return registry.counter("gatehouse.rate.limit", "policy", kind.limit(), "result", result);
    }
}
