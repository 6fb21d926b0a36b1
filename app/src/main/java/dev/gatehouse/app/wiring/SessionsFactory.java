package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.postgres.PostgresRevokedTokens;
import dev.gatehouse.app.adapter.postgres.PostgresSessionStore;
import dev.gatehouse.app.adapter.redis.RedisConnection;
import dev.gatehouse.app.adapter.redis.RedisInvalidations;
import dev.gatehouse.app.adapter.redis.RedisSessionProjection;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.Authenticate;
import dev.gatehouse.identity.LogOut;
import dev.gatehouse.identity.LogOutEverywhere;
import dev.gatehouse.identity.RefreshSession;
import dev.gatehouse.identity.Sessions;
import dev.gatehouse.identity.SpreadSessionEnds;
import dev.gatehouse.identity.decorator.ProjectedRevokedTokens;
import dev.gatehouse.identity.decorator.ProjectedSessionStore;
import dev.gatehouse.identity.decorator.RememberingSessionProjection;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.port.AccessTokens;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.RevokedTokens;
import dev.gatehouse.identity.port.SessionProjection;
import dev.gatehouse.identity.port.SessionStore;
import dev.gatehouse.identity.port.UserRights;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Wires the part of identity that is about sessions. */
@Factory
final class SessionsFactory {

    private static final Duration PROJECTION_REST = Duration.ofMinutes(1);
    private static final Duration COPY_LIFE = Duration.ofSeconds(10);

    @Singleton
    SessionProjection sessionProjection(
            RedisConnection redis, RedisInvalidations news, Clock clock, Settings settings) {
        Duration tokens = settings.accessTtl().plus(KeysFactory.LEEWAY);
        Duration pictures = settings.sessionTtl().plus(KeysFactory.LEEWAY);
        var times = new RedisSessionProjection.Times(settings.sessionTtl(), PROJECTION_REST, COPY_LIFE, tokens);
        var memory = tokens.compareTo(pictures) > 0 ? tokens : pictures;
        return new RememberingSessionProjection(new RedisSessionProjection(redis, news, clock, times), clock, memory);
    }

    @Singleton
    RevokedTokens revokedTokens(JdbcOperations jdbc, SessionProjection projection, UnitOfWork work) {
        return new ProjectedRevokedTokens(new PostgresRevokedTokens(jdbc), projection, work);
    }

    @Singleton
    SessionStore sessionStore(
            JdbcOperations jdbc, RevokedTokens tokens, SessionProjection projection, UnitOfWork work, Clock clock) {
        return new ProjectedSessionStore(new PostgresSessionStore(jdbc, clock), tokens, projection, work);
    }

    @Singleton
    Sessions sessions(
            SessionStore store,
            AccessTokens accessTokens,
            MasterKey key,
            Settings settings,
            EventLog events,
            AuditLog audit,
            IdGenerator ids,
            Clock clock) {
        return new Sessions(store, accessTokens, key, settings.sessionPolicy(), events, audit, ids, clock);
    }

    @Singleton
    RefreshSession refreshSession(
            SessionStore store,
            IUserRepository users,
            Sessions sessions,
            MasterKey key,
            Settings settings,
            EventLog events,
            AuditLog audit,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        return new RefreshSession(
                store, users, sessions, key, settings.sessionPolicy(), events, audit, work, ids, clock);
    }

    @Singleton
    Authenticate authenticate(AccessTokens tokens, SessionStore store) {
        return new Authenticate(tokens, store);
    }

    @Singleton
    LogOut logOut(SessionStore store, RevokedTokens tokens, AuditLog audit, UnitOfWork work) {
        return new LogOut(store, tokens, audit, work, KeysFactory.LEEWAY);
    }

    @Singleton
    LogOutEverywhere logOutEverywhere(
            IUserRepository users, SessionStore store, AuditLog audit, UnitOfWork work, Clock clock) {
        return new LogOutEverywhere(users, store, audit, work, clock);
    }

    @Singleton
    SpreadSessionEnds spreadSessionEnds(
            SessionStore store, RevokedTokens tokens, UserRights rights, SessionProjection projection) {
        return new SpreadSessionEnds(store, tokens, rights, projection);
    }
}
