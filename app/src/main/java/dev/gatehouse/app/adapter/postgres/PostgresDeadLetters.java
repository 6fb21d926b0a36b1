package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.events.DeadLetter;
import dev.gatehouse.events.DeadLetters;
import dev.gatehouse.events.UnitOfWorkUnavailable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dead letters as rows of their own, out of the way of the queues. */
public final class PostgresDeadLetters implements DeadLetters {

    private static final String LIST = """
            SELECT id, handler, attempts, reason, dead_at,
            """ + EventRow.COLUMNS + """
            FROM events.dead_letters WHERE id > coalesce(?, '00000000-0000-0000-0000-000000000000'::uuid)
            ORDER BY id LIMIT ?
            """;

    private static final String LIST_OF = """
            SELECT id, handler, attempts, reason, dead_at,
            """ + EventRow.COLUMNS + """
            FROM events.dead_letters WHERE subject = ? ORDER BY id LIMIT 1000
            """;

    private static final String FORGET = "DELETE FROM events.dead_letters WHERE subject = ?";

    /**
     * Waits, as distribution does not, for whoever else puts rows into the queues; in a statement of its own, so that the
     * second one sees those rows.
     */
    private static final String REDRIVE = """
            DO $$ BEGIN PERFORM pg_advisory_xact_lock(%s); END $$;
            WITH letter AS (DELETE FROM events.dead_letters WHERE id = ? RETURNING *),
            behind AS MATERIALIZED (SELECT 1 FROM letter l CROSS JOIN LATERAL (%s) AS last)
            INSERT INTO events.deliveries (handler, gating, gates, head, event_id, type, subject, occurred_at, data,
                due_at)
            SELECT handler, false, 0, NOT EXISTS (SELECT FROM behind), event_id, type, subject, occurred_at, data, now()
            FROM letter
            RETURNING position
            """.formatted(PostgresDeliveries.QUEUES, PostgresDeliveries.last("l"));

    private final Database database;

    public PostgresDeadLetters(JdbcOperations jdbc) {
        database = new Database(jdbc, UnitOfWorkUnavailable::new);
    }

    @Override
    public List<DeadLetter> list(@Nullable UUID after, int limit) {
        return database.list(LIST, PostgresDeadLetters::read, after, limit);
    }

    @Override
    public boolean redrive(UUID id) {
        return database.find(REDRIVE, row -> true, id).isPresent();
    }

    @Override
    public List<DeadLetter> listOf(UUID subject) {
        return database.list(LIST_OF, PostgresDeadLetters::read, subject);
    }

    @Override
    public int forget(UUID subject) {
        return database.update(FORGET, subject);
    }

    private static DeadLetter read(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getObject("id", UUID.class),
                row.getString("handler"),
                EventRow.read(row),
                row.getInt("attempts"),
                row.getString("reason"),
                Database.instant(row, "dead_at"));
    }
}
