package dev.gatehouse.app.wiring;

import dev.gatehouse.app.http.filter.TrustedProxies;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Wires what belongs to no module. */
@Factory
final class EdgeFactory {

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
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
