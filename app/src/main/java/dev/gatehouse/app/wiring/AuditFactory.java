package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.micronaut.MicronautOrigins;
import dev.gatehouse.app.adapter.postgres.PostgresAuditStore;
import dev.gatehouse.app.adapter.postgres.PostgresExpiredRows;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.AuditStore;
import dev.gatehouse.audit.AuditTraces;
import dev.gatehouse.audit.Backlog;
import dev.gatehouse.audit.RecordAction;
import dev.gatehouse.audit.RecordDenial;
import dev.gatehouse.audit.Stamp;
import dev.gatehouse.audit.StampingAuditLog;
import dev.gatehouse.audit.Thinning;
import dev.gatehouse.audit.TracedOrigins;
import dev.gatehouse.audit.WriteBacklog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.SearchAudit;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.port.ExpiredRows;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Wires the audit log. */
@Factory
final class AuditFactory {

    /** Some five megabytes. */
    private static final int ROOM = 10_000;

    /** At the door, of one source and reason, a minute and instance. */
    private static final int DENIALS = 600;

    /** The same of all: half of what is written in a minute, so that the others' refusals find room. */
    private static final int ALL_DENIALS = 30_000;

    /** Entries, and from where people did what they did. */
    @Singleton
    PostgresAuditStore auditStore(JdbcOperations jdbc) {
        return new PostgresAuditStore(jdbc);
    }

    @Singleton
    AuditTraces auditTraces(TracedOrigins origins) {
        return new AuditTraces(origins);
    }

    @Singleton
    Backlog backlog() {
        return new Backlog(ROOM);
    }

    @Singleton
    Stamp stamp(IdGenerator ids, Clock clock) {
        return new Stamp(ids::next, clock);
    }

    @Singleton
    AuditLog auditLog(AuditStore store, Backlog backlog, UnitOfWork work, Stamp stamp) {
        return new StampingAuditLog(store, backlog, work, new MicronautOrigins(), stamp);
    }

    @Singleton
    WriteBacklog writeBacklog(Backlog backlog, AuditStore store, Stamp stamp) {
        return new WriteBacklog(backlog, store, stamp);
    }

    @Singleton
    RecordDenial recordDenial(Backlog backlog, Stamp stamp, Clock clock) {
        var minute = Duration.ofMinutes(1);
        return new RecordDenial(
                backlog, new Thinning(DENIALS, minute, clock), new Thinning(ALL_DENIALS, minute, clock), stamp);
    }

    @Singleton
    RecordAction recordAction(AuditLog log, UnitOfWork work) {
        return new RecordAction(log, work);
    }

    @Singleton
    SearchAudit searchAudit(IUserRepository users, ContactHash contacts, WriteBacklog writeBacklog, AuditStore store) {
        return new SearchAudit(users, contacts, writeBacklog, store);
    }

    @Singleton
    @Named("audit-entries")
    ExpiredRows expiredAuditEntries(JdbcOperations jdbc, AuditSettings settings) {
        return PostgresExpiredRows.ofAuditEntries(jdbc, settings.retention());
    }
}
