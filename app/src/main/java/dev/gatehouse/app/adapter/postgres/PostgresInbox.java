package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.events.Inbox;
import dev.gatehouse.events.UnitOfWorkUnavailable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.time.Duration;
import java.util.UUID;

/** The inbox as a table with a row for each handler and event. */
public final class PostgresInbox implements Inbox {

    /** Waits for another transaction that has inserted the same row, and then knows whether that is there to stay. */
    private static final String CLAIM =
            "INSERT INTO events.handled (handler, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private static final String FORGET = """
            DELETE FROM events.handled WHERE ctid = ANY (ARRAY (
                SELECT ctid FROM events.handled WHERE handled_at <= now() - ?::interval
                ORDER BY handled_at LIMIT ? FOR UPDATE SKIP LOCKED))
            """;

    private final Database database;

    public PostgresInbox(JdbcOperations jdbc) {
        database = new Database(jdbc, UnitOfWorkUnavailable::new);
    }

    @Override
    public boolean claim(String handler, UUID event) {
        return database.update(CLAIM, handler, event) > 0;
    }

    @Override
    public int forget(Duration age, int limit) {
        return database.update(FORGET, age.toString(), limit);
    }
}
