package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.argon2.Argon2Cost;
import dev.gatehouse.app.adapter.argon2.Argon2PasswordHasher;
import dev.gatehouse.app.adapter.bouncycastle.BouncyCastleForeignHashes;
import dev.gatehouse.app.adapter.hibp.HibpKnownPasswords;
import dev.gatehouse.app.adapter.micrometer.MicrometerKnownPasswordsMeter;
import dev.gatehouse.app.adapter.random.RandomNonceGenerator;
import dev.gatehouse.app.adapter.zxcvbn.ZxcvbnKnownPasswords;
import dev.gatehouse.app.adapter.zxcvbn.ZxcvbnPasswordStrength;
import dev.gatehouse.identity.PasswordScreening;
import dev.gatehouse.identity.decorator.BoundedPasswordHasher;
import dev.gatehouse.identity.decorator.ForeignPasswordHasher;
import dev.gatehouse.identity.decorator.ForgivingKnownPasswords;
import dev.gatehouse.identity.decorator.PepperedPasswordHasher;
import dev.gatehouse.identity.model.PasswordPolicy;
import dev.gatehouse.identity.model.Pepper;
import dev.gatehouse.identity.port.ForeignHashes;
import dev.gatehouse.identity.port.KnownPasswords;
import dev.gatehouse.identity.port.PasswordHasher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;

/** Wires what a password must be before an account takes it, and what is kept of it. */
@Factory
final class PasswordsFactory {

    private static final Duration HASH_WAIT = Duration.ofMillis(500);

    /** Whoever registers waits for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Singleton
    PasswordPolicy passwordPolicy(Settings settings) {
        return new PasswordPolicy(settings.passwordMinLength());
    }

    @Singleton
    ForeignHashes foreignHashes() {
        return new BouncyCastleForeignHashes();
    }

    @Singleton
    PasswordHasher passwordHasher(
            Settings settings, AccountSettings accounts, ForeignHashes foreign, SecureRandom random) {
        var hasher = new ForeignPasswordHasher(new Argon2PasswordHasher(Argon2Cost.RECOMMENDED, random), foreign);
        var bounded = new BoundedPasswordHasher(hasher, settings.hashPermitsOrCores(), HASH_WAIT);
        return accounts.pepper().isBlank()
                ? bounded
                : new PepperedPasswordHasher(bounded, Pepper.of(accounts.pepper()), new RandomNonceGenerator(random));
    }

    @Singleton
    @Bean(preDestroy = "close")
    @Requires(property = "gatehouse.accounts.breached-passwords", value = AccountSettings.HIBP)
    HibpKnownPasswords stolenPasswords(AccountSettings settings) {
        return new HibpKnownPasswords(URI.create(settings.breachedPasswordsUrl()), PATIENCE);
    }

    @Singleton
    PasswordScreening passwordScreening(BeanProvider<HibpKnownPasswords> stolen, MeterRegistry registry) {
        var common = new ZxcvbnKnownPasswords();
        KnownPasswords leaked = stolen.isPresent()
                ? new ForgivingKnownPasswords(
                        stolen.get(), new MicrometerKnownPasswordsMeter(registry, AccountSettings.HIBP))
                : common;
        return new PasswordScreening(common, leaked, new ZxcvbnPasswordStrength());
    }
}
