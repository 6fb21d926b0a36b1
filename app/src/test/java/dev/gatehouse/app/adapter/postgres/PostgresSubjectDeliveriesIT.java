package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.devservices.PostgresServer;
import dev.gatehouse.events.DeadLetters;
import dev.gatehouse.events.Deliveries;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.SubjectDeliveries;
import dev.gatehouse.events.SubjectDeliveriesContract;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.port.SequentialIds;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

final class PostgresSubjectDeliveriesIT implements SubjectDeliveriesContract {

    private static final String NAME = "subjects";

    private static final ApplicationContext CONTEXT = TestPostgres.freshDatabase(NAME);

    private final PostgresDeliveries deliveries =
            new PostgresDeliveries(TestPostgres.jdbc(CONTEXT), new SequentialIds(Clock.systemUTC()));

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @BeforeEach
    void nothingIsThere() {
        sql("TRUNCATE events.outbox, events.deliveries, events.dead_letters");
    }

    private static void sql(String statement) {
        TestPostgres.query(TestPostgres.url(NAME), PostgresServer.USER, statement);
    }

    @Override
    public SubjectDeliveries subjects() {
        return new PostgresSubjectDeliveries(TestPostgres.jdbc(CONTEXT));
    }

    @Override
    public UnitOfWork work() {
        return TestPostgres.unitOfWork(CONTEXT);
    }

    @Override
    public EventLog log() {
        return new PostgresEventLog(TestPostgres.jdbc(CONTEXT));
    }

    @Override
    public Deliveries deliveries() {
        return deliveries;
    }

    @Override
    public DeadLetters deadLetters() {
        return new PostgresDeadLetters(TestPostgres.jdbc(CONTEXT));
    }

    @Override
    public void pass(Duration time) {
        sql("UPDATE events.deliveries SET due_at = due_at - '%s'::interval".formatted(time));
    }
}
