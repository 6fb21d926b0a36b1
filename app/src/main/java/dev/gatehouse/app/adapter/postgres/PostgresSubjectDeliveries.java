package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.events.SubjectDeliveries;
import dev.gatehouse.events.SubjectDelivery;
import dev.gatehouse.events.UnitOfWorkUnavailable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One subject's rows of the queues and of the dead letters. */
public final class PostgresSubjectDeliveries implements SubjectDeliveries {

    /** Queues are short, and their index of handlers and subjects is skipped through, a handler at a time. */
    private static final String LIST = """
            SELECT handler, type, occurred_at, attempts, due_at, NULL AS reason
            FROM events.deliveries WHERE subject = ?
            UNION ALL
            SELECT handler, type, occurred_at, attempts, NULL, reason FROM events.dead_letters WHERE subject = ?
            ORDER BY occurred_at DESC, handler LIMIT ?
            """;

    private final Database database;

    public PostgresSubjectDeliveries(JdbcOperations jdbc) {
        database = new Database(jdbc, UnitOfWorkUnavailable::new);
    }

    @Override
    public List<SubjectDelivery> listOf(UUID subject, int limit) {
        return database.list(LIST, PostgresSubjectDeliveries::read, subject, subject, limit);
    }

    private static SubjectDelivery read(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return new SubjectDelivery(
                row.getString("handler"),
                row.getString("type"),
                Database.instant(row, "occurred_at"),
                row.getInt("attempts"),
                due == null ? null : due.toInstant(),
                row.getString("reason"));
    }
}
