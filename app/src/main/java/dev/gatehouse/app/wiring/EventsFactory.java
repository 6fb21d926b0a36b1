package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.postgres.PostgresEventLog;
import dev.gatehouse.app.adapter.postgres.PostgresUnitOfWork;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;

/** Wires events. */
@Factory
final class EventsFactory {

    @Singleton
    UnitOfWork unitOfWork(TransactionOperations<Connection> transactions) {
        return new PostgresUnitOfWork(transactions);
    }

    @Singleton
    EventLog eventLog(JdbcOperations jdbc) {
        return new PostgresEventLog(jdbc);
    }
}
