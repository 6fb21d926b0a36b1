package dev.gatehouse.app.adapter.micrometer;

import dev.gatehouse.identity.port.KnownPasswordsMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** The counter {@code gatehouse.passwords.looked.up}, by list and result ({@code known}, {@code unanswered} and so on). */
public final class MicrometerKnownPasswordsMeter implements KnownPasswordsMeter {

    private final MeterRegistry registry;
    private final String list;

    public MicrometerKnownPasswordsMeter(MeterRegistry registry, String list) {
        this.registry = registry;
        this.list = list;
    }

    @Override
    public void count(Count what) {
        String result = what.name().toLowerCase(Locale.ROOT);
        registry.counter("gatehouse.passwords.looked.up", "list", list, "result", result)
                .increment();
    }
}
