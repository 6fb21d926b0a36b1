package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.postgres.PostgresDeadLetters;
import dev.gatehouse.app.adapter.postgres.PostgresDeliveries;
import dev.gatehouse.app.adapter.postgres.PostgresEventLog;
import dev.gatehouse.app.adapter.postgres.PostgresInbox;
import dev.gatehouse.app.adapter.postgres.PostgresOutboxSignal;
import dev.gatehouse.app.adapter.postgres.PostgresSubjectDeliveries;
import dev.gatehouse.app.adapter.postgres.PostgresUnitOfWork;
import dev.gatehouse.events.DeadLetters;
import dev.gatehouse.events.Deliveries;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.EventRelay;
import dev.gatehouse.events.Inbox;
import dev.gatehouse.events.ListDeadLetters;
import dev.gatehouse.events.OutboxSignal;
import dev.gatehouse.events.RedriveDeadLetter;
import dev.gatehouse.events.RelayPace;
import dev.gatehouse.events.SubjectDeliveries;
import dev.gatehouse.events.SweepEvents;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.port.IdGenerator;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;

/** Wires events. The relay feeds every EventHandler that is a bean. */
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

    @Singleton
    Inbox inbox(JdbcOperations jdbc) {
        return new PostgresInbox(jdbc);
    }

    @Singleton
    Deliveries deliveries(JdbcOperations jdbc, IdGenerator ids) {
        return new PostgresDeliveries(jdbc, ids);
    }

    @Singleton
    DeadLetters deadLetters(JdbcOperations jdbc) {
        return new PostgresDeadLetters(jdbc);
    }

    @Singleton
    SubjectDeliveries subjectDeliveries(JdbcOperations jdbc) {
        return new PostgresSubjectDeliveries(jdbc);
    }

    @Singleton
    @Bean(preDestroy = "close")
    PostgresOutboxSignal outboxSignal(
            @Property(name = "datasources.default.url") String url,
            @Property(name = "datasources.default.username") String user,
            @Property(name = "datasources.default.password") String password) {
        return new PostgresOutboxSignal(url, user, password);
    }

    @Singleton
    @Bean(preDestroy = "stop")
    EventRelay eventRelay(
            List<EventHandler> handlers,
            Deliveries deliveries,
            UnitOfWork work,
            OutboxSignal signal,
            Clock clock,
            SecureRandom random) {
        return new EventRelay(handlers, deliveries, work, signal, RelayPace.STANDARD, clock, random);
    }

    @Singleton
    ListDeadLetters listDeadLetters(DeadLetters deadLetters) {
        return new ListDeadLetters(deadLetters);
    }

    @Singleton
    RedriveDeadLetter redriveDeadLetter(DeadLetters deadLetters) {
        return new RedriveDeadLetter(deadLetters);
    }

    @Singleton
    SweepEvents sweepEvents(List<EventHandler> handlers, Deliveries deliveries, Inbox inbox) {
        return new SweepEvents(handlers, deliveries, inbox);
    }
}
