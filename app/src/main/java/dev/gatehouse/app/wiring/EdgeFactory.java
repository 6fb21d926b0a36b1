package dev.gatehouse.app.wiring;

import dev.gatehouse.app.http.filter.BrowserOrigins;
import dev.gatehouse.app.http.filter.TrustedProxies;
import dev.gatehouse.app.http.identity.AvatarUrls;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.regions.Region;

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

    @Singleton
    BrowserOrigins browserOrigins(Settings settings) {
        return BrowserOrigins.of(settings.publicUrl(), settings.browserOrigins());
    }

    /** Without a bucket no avatar has an address, and the region is nobody's business. */
    @Singleton
    AvatarUrls avatarUrls(MediaSettings settings, BeanProvider<Region> region) {
        if (!settings.baseUrl().isBlank() || settings.bucket().isBlank()) {
            return new AvatarUrls(settings.baseUrl().replaceFirst("/+$", ""));
        }
        return new AvatarUrls(
                settings.endpoint().isBlank()
                        ? "https://%s.s3.%s.amazonaws.com".formatted(settings.bucket(), region.get())
                        : settings.endpoint().replaceFirst("/+$", "") + "/" + settings.bucket());
    }
}
