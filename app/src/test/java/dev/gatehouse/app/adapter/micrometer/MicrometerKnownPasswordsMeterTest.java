package dev.gatehouse.app.adapter.micrometer;

import dev.gatehouse.identity.port.KnownPasswordsMeter;
import dev.gatehouse.identity.port.KnownPasswordsMeter.Count;
import dev.gatehouse.identity.port.KnownPasswordsMeterContract;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Locale;

final class MicrometerKnownPasswordsMeterTest implements KnownPasswordsMeterContract {

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final KnownPasswordsMeter meter = new MicrometerKnownPasswordsMeter(registry, "hibp");

    @Override
    public KnownPasswordsMeter meter() {
        return meter;
    }

    @Override
    public long counted(Count what) {
        String result = what.name().toLowerCase(Locale.ROOT);
        return (long) registry.counter("gatehouse.passwords.looked.up", "list", "hibp", "result", result)
                .count();
    }
}
