package dev.gatehouse.app.adapter.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ratelimit.LimitMeter;
import dev.gatehouse.ratelimit.LimitMeter.Event;
import dev.gatehouse.ratelimit.LimitMeterContract;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MicrometerLimitMeterTest implements LimitMeterContract {

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final LimitMeter meter = new MicrometerLimitMeter(registry);

    @Override
    public LimitMeter meter() {
        return meter;
    }

    @Override
    public long counted(String limit, Event event) {
        String result = event.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Optional.ofNullable(registry.find("gatehouse.rate.limit")
                        .tags("policy", limit, "result", result)
                        .counter())
                .map(counter -> (long) counter.count())
                .orElse(0L);
    }

    @Test
    void aPolicyAndAResultAreAllThatTellsCountersApart() {
        for (Event event : Event.values()) {
            meter.count("login", event);
        }
        assertThat(registry.getMeters()).hasSize(Event.values().length).allSatisfy(counter -> assertThat(
                        counter.getId().getTags())
                .extracting(Tag::getKey)
                .containsExactly("policy", "result"));
    }
}
