package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.jwt.JwtAccessTokens;
import dev.gatehouse.app.adapter.jwt.NimbusSigningKeyGenerator;
import dev.gatehouse.app.adapter.postgres.PostgresSigningKeyStore;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.ListPublicKeys;
import dev.gatehouse.identity.RotateSigningKeys;
import dev.gatehouse.identity.decorator.CachedSigningKeyStore;
import dev.gatehouse.identity.model.KeyRotation;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.port.AccessTokens;
import dev.gatehouse.identity.port.SigningKeyStore;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** Wires the part of identity that is about keys and the tokens they sign. */
@Factory
final class KeysFactory {

    static final Duration LEEWAY = Duration.ofMinutes(1);

    /** An access token lives for an hour at most: two hours keep a key public for longer than its last token. */
    private static final KeyRotation ROTATION = new KeyRotation(Duration.ofDays(30), Duration.ofHours(2));

    @Singleton
    MasterKey masterKey(Settings settings) {
        return MasterKey.of(settings.masterKey());
    }

    @Singleton
    SigningKeyStore signingKeyStore(JdbcOperations jdbc, MasterKey key, UnitOfWork work, Clock clock) {
        var store = new PostgresSigningKeyStore(jdbc, key);
        return new CachedSigningKeyStore(store, work, clock, Duration.ofMinutes(1));
    }

    @Singleton
    AccessTokens accessTokens(SigningKeyStore keys, Clock clock, Settings settings) {
        return new JwtAccessTokens(keys, clock, settings.publicUrl(), settings.publicUrl(), LEEWAY);
    }

    @Singleton
    ListPublicKeys listPublicKeys(AccessTokens tokens) {
        return new ListPublicKeys(tokens);
    }

    @Singleton
    RotateSigningKeys rotateSigningKeys(SigningKeyStore keys, SecureRandom random, UnitOfWork work, Clock clock) {
        return new RotateSigningKeys(keys, new NimbusSigningKeyGenerator(clock, random), ROTATION, work, clock);
    }
}
