package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWorkUnavailable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;

/** The outbox as a table. */
public final class PostgresEventLog implements EventLog {

    private static final String APPEND = """
            INSERT INTO events.outbox (id, type, subject, occurred_at, data)
            VALUES (?, ?, ?, ?, jsonb_object(?, ?))
            """;

    private final Database database;

    public PostgresEventLog(JdbcOperations jdbc) {
        database = new Database(jdbc, UnitOfWorkUnavailable::new);
    }

    @Override
    public void append(Event event) {
        String[] names = event.data().keySet().toArray(String[]::new);
        String[] values = event.data().values().toArray(String[]::new);
        database.update(APPEND, event.id(), event.type(), event.subject(), event.occurredAt(), names, values);
    }
}
