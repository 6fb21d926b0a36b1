package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.RoleChange;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.StoreUnavailable;
import dev.gatehouse.identity.port.UserRights;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Users' rights as their rows have them. */
public final class PostgresUserRights implements UserRights {

    /** Two statements: one alone would see the rows as they were before it waited. */
    private static final String COUNT = """
            SELECT pg_advisory_xact_lock(hashtextextended('identity.administrators', 0));
            SELECT count(*)::int AS administrators FROM identity.users WHERE role = 'ADMIN' AND status = 'ACTIVE'
            """;

    private static final String LIST_CHANGED = """
            SELECT id, role, version FROM identity.users
            WHERE role_changed_at > statement_timestamp() - ?::interval
            ORDER BY role_changed_at DESC LIMIT 10000
            """;

    private final Database database;

    public PostgresUserRights(JdbcOperations jdbc) {
        database = new Database(jdbc, StoreUnavailable::new);
    }

    @Override
    public int lockAndCountAdministrators() {
        return database.find(COUNT, row -> row.getInt("administrators")).orElseThrow();
    }

    @Override
    public List<RoleChange> listChanged(Duration within) {
        return database.list(LIST_CHANGED, PostgresUserRights::read, within.toString());
    }

    private static RoleChange read(ResultSet row) throws SQLException {
        return new RoleChange(
                new UserId(row.getObject("id", UUID.class)),
                Role.valueOf(row.getString("role")),
                row.getLong("version"));
    }
}
