package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditEntry;
import dev.gatehouse.audit.AuditQuery;
import dev.gatehouse.audit.AuditStore;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.audit.Origin;
import dev.gatehouse.audit.Outcome;
import dev.gatehouse.audit.TracedOrigins;
import dev.gatehouse.events.UnitOfWorkUnavailable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit log as a table that Postgres lets nobody change. */
public final class PostgresAuditStore implements AuditStore, TracedOrigins {

    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, jsonb_object(?::text[], ?::text[]))";

    private static final String TRACES_OF = """
            SELECT id, occurred_at, action, outcome, reason, actor, subject, contact, request_id, address, user_agent,
                array(SELECT key FROM jsonb_each_text(data)) AS data_names,
                array(SELECT value FROM jsonb_each_text(data)) AS data_values
            FROM audit.entries
            WHERE ((subject = ? AND (actor = ? OR actor IS NULL)) OR (actor = ? AND subject IS DISTINCT FROM actor))
                AND (address IS NOT NULL OR user_agent IS NOT NULL OR contact IS NOT NULL OR jsonb_exists(data, 'device'))
            ORDER BY occurred_at DESC, id DESC LIMIT 10000
            """;

    private final Database database;

    public PostgresAuditStore(JdbcOperations jdbc) {
        database = new Database(jdbc, UnitOfWorkUnavailable::new);
    }

    @Override
    public void append(List<AuditEntry> entries) {
        var values = new ArrayList<@Nullable Object>();
        entries.forEach(entry -> values.addAll(row(entry)));
        String sql = """
                INSERT INTO audit.entries (id, occurred_at, action, outcome, reason, actor, subject, contact, request_id,
                    address, user_agent, data)
                VALUES %s ON CONFLICT (id) DO NOTHING
                """.formatted(String.join(", ", Collections.nCopies(entries.size(), ROW)));
        database.update(sql, values.toArray());
    }

    private static List<@Nullable Object> row(AuditEntry entry) {
        Fact fact = entry.fact();
        Origin origin = entry.origin();
        return Arrays.asList(
                entry.id(),
                entry.at(),
                fact.action(),
                fact.outcome(),
                fact.reason(),
                fact.actor(),
                fact.subject(),
                fact.contact(),
                origin.requestId(),
                origin.address(),
                origin.userAgent(),
                fact.data().keySet().toArray(String[]::new),
                fact.data().values().toArray(String[]::new));
    }

    @Override
    public List<AuditEntry> list(AuditQuery query, @Nullable UUID after, int limit) {
        var select = new AuditSelect(query, after, limit);
        return database.list(select.sql(), PostgresAuditStore::read, select.values());
    }

    @Override
    public List<AuditEntry> listOf(UUID user) {
        return database.list(TRACES_OF, PostgresAuditStore::read, user, user, user);
    }

    @Override
    public int forget(UUID user) {
        return database.find("SELECT audit.forget_origins(?) AS gone", row -> row.getInt("gone"), user)
                .orElse(0);
    }

    private static AuditEntry read(ResultSet row) throws SQLException {
        var fact = new Fact(
                Action.valueOf(row.getString("action")),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                row.getObject("actor", UUID.class),
                row.getObject("subject", UUID.class),
                row.getString("contact"),
                data(row));
        var origin = new Origin(row.getString("request_id"), row.getString("address"), row.getString("user_agent"));
        return new AuditEntry(row.getObject("id", UUID.class), Database.instant(row, "occurred_at"), fact, origin);
    }

    private static Map<String, String> data(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("data_names").getArray();
        var values = (String[]) row.getArray("data_values").getArray();
        var data = new HashMap<String, String>();
        for (int i = 0; i < names.length; i++) {
            data.put(names[i], values[i]);
        }
        return data;
    }
}
