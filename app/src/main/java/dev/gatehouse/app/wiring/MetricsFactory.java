package dev.gatehouse.app.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Wires where everything is counted. */
@Factory
final class MetricsFactory {

    /** Without its factory, where a test leaves all of ours out, the framework would still find it. */
    @Singleton
    @Requires(beans = MetricsFactory.class)
    @Bean(preDestroy = "close")
    MeterRegistry meterRegistry() {
        return new SimpleMeterRegistry();
    }
}
