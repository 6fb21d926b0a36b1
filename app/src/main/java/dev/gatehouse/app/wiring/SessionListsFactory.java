package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.postgres.PostgresExpiredRows;
import dev.gatehouse.app.adapter.postgres.PostgresSessionDirectory;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.EndSession;
import dev.gatehouse.identity.ListSessions;
import dev.gatehouse.identity.ReportHealth;
import dev.gatehouse.identity.SweepExpired;
import dev.gatehouse.identity.decorator.CachedSessionDirectory;
import dev.gatehouse.identity.port.CachedUsers;
import dev.gatehouse.identity.port.ExpiredRows;
import dev.gatehouse.identity.port.SessionDirectory;
import dev.gatehouse.identity.port.SessionProjection;
import dev.gatehouse.identity.port.SessionStore;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Wires what owners and operators see of sessions, and what is swept when it is over. */
@Factory
final class SessionListsFactory {

    private static final Duration COUNTED_FOR = Duration.ofSeconds(5);

    @Singleton
    SessionDirectory sessionDirectory(JdbcOperations jdbc, Clock clock) {
        return new CachedSessionDirectory(new PostgresSessionDirectory(jdbc, clock), clock, COUNTED_FOR);
    }

    @Singleton
    ListSessions listSessions(SessionDirectory directory, SessionProjection projection) {
        return new ListSessions(directory, projection);
    }

    @Singleton
    EndSession endSession(SessionStore store, AuditLog audit, UnitOfWork work) {
        return new EndSession(store, audit, work);
    }

    @Singleton
    ReportHealth reportHealth(
            SessionDirectory directory,
            SessionProjection projection,
            @Named(UserCachesFactory.PROFILES) CachedUsers cached) {
        return new ReportHealth(directory, projection, cached);
    }

    @Singleton
    @Named("sessions")
    ExpiredRows expiredSessions(JdbcOperations jdbc) {
        return PostgresExpiredRows.ofSessions(jdbc);
    }

    @Singleton
    @Named("revoked-tokens")
    ExpiredRows expiredRevokedTokens(JdbcOperations jdbc) {
        return PostgresExpiredRows.ofRevokedTokens(jdbc);
    }

    /** Sweeps every kind of rows that is a bean. */
    @Singleton
    SweepExpired sweepExpired(List<ExpiredRows> kinds) {
        return new SweepExpired(kinds);
    }
}
