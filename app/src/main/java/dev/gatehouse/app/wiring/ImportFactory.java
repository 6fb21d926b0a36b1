package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.postgres.PostgresUserImports;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.ImportUsers;
import dev.gatehouse.identity.port.CachedUsers;
import dev.gatehouse.identity.port.ForeignHashes;
import dev.gatehouse.identity.port.IdGenerator;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires how users of another system are taken over. */
@Factory
final class ImportFactory {

    @Singleton
    ImportUsers importUsers(
            JdbcOperations jdbc,
            ForeignHashes hashes,
            CachedUsers cached,
            EventLog events,
            AuditLog audit,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        return new ImportUsers(hashes, new PostgresUserImports(jdbc), cached, events, audit, work, ids, clock);
    }
}
