package dev.gatehouse.app.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Wires where everything is counted. */
@Factory
final class MetricsFactory {

    @Singleton
    @Bean(preDestroy = "close")
    MeterRegistry meterRegistry() {
        return new SimpleMeterRegistry();
    }
}
