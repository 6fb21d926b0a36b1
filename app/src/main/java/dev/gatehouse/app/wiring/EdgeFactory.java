package dev.gatehouse.app.wiring;

import dev.gatehouse.app.http.filter.TrustedProxies;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Wires what belongs to no module. */
@Factory
final class EdgeFactory {

    /** Ticks in microseconds, as Postgres keeps time: what was written is what is read. */
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), ChronoUnit.MICROS.getDuration());
    }

    @Singleton
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Singleton
    TrustedProxies trustedProxies(Settings settings) {
        return TrustedProxies.of(settings.trustedProxies());
    }
}
