package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.jwt.JwtAccessTokens;
import dev.gatehouse.app.adapter.jwt.NimbusSigningKeyGenerator;
import dev.gatehouse.app.adapter.postgres.PostgresSessionStore;
import dev.gatehouse.app.adapter.postgres.PostgresSigningKeyStore;
import dev.gatehouse.app.adapter.redis.RedisConnection;
import dev.gatehouse.app.adapter.redis.RedisSessionProjection;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.Authenticate;
import dev.gatehouse.identity.ListPublicKeys;
import dev.gatehouse.identity.LogOut;
import dev.gatehouse.identity.LogOutEverywhere;
import dev.gatehouse.identity.RefreshSession;
import dev.gatehouse.identity.RotateSigningKeys;
import dev.gatehouse.identity.Sessions;
import dev.gatehouse.identity.SpreadSessionEnds;
import dev.gatehouse.identity.decorator.CachedSigningKeyStore;
import dev.gatehouse.identity.decorator.ProjectedSessionStore;
import dev.gatehouse.identity.decorator.RememberingSessionProjection;
import dev.gatehouse.identity.model.KeyRotation;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.port.AccessTokens;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.SessionProjection;
import dev.gatehouse.identity.port.SessionStore;
import dev.gatehouse.identity.port.SigningKeyStore;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** Wires the half of identity that is about sessions, tokens and keys. */
@Factory
final class SessionsFactory {

    private static final Duration LEEWAY = Duration.ofMinutes(1);
    private static final Duration PROJECTION_TTL = Duration.ofMinutes(30);
    private static final Duration PROJECTION_REST = Duration.ofMinutes(1);
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
    SessionProjection sessionProjection(RedisConnection redis, Clock clock, Settings settings) {
        Duration memory = settings.accessTtl().plus(LEEWAY);
        var projection = new RedisSessionProjection(redis, PROJECTION_TTL, PROJECTION_REST, memory);
        return new RememberingSessionProjection(projection, clock, memory);
    }

    @Singleton
    SessionStore sessionStore(JdbcOperations jdbc, SessionProjection projection, UnitOfWork work, Clock clock) {
        return new ProjectedSessionStore(new PostgresSessionStore(jdbc, clock), projection, work);
    }

    @Singleton
    Sessions sessions(
            SessionStore store,
            AccessTokens accessTokens,
            MasterKey key,
            Settings settings,
            IdGenerator ids,
            Clock clock) {
        return new Sessions(store, accessTokens, key, settings.sessionPolicy(), ids, clock);
    }

    @Singleton
    RefreshSession refreshSession(
            SessionStore store,
            IUserRepository users,
            Sessions sessions,
            MasterKey key,
            Settings settings,
            EventLog events,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        return new RefreshSession(store, users, sessions, key, settings.sessionPolicy(), events, work, ids, clock);
    }

    @Singleton
    Authenticate authenticate(AccessTokens tokens, SessionStore store) {
        return new Authenticate(tokens, store);
    }

    @Singleton
    LogOut logOut(SessionStore store, UnitOfWork work) {
        return new LogOut(store, work);
    }

    @Singleton
    LogOutEverywhere logOutEverywhere(IUserRepository users, SessionStore store, UnitOfWork work, Clock clock) {
        return new LogOutEverywhere(users, store, work, clock);
    }

    @Singleton
    SpreadSessionEnds spreadSessionEnds(SessionStore store, SessionProjection projection) {
        return new SpreadSessionEnds(store, projection);
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
