package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.devservices.PostgresServer;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Sessions from before V009: they go on, and whoever sweeps looks at them soon. */
final class SessionsMigrationIT {

    private static final String SESSION = "INSERT INTO identity.sessions (id, user_id, epoch, counter, created_at,"
            + " rotated_at, refresh_until, expires_at, ended_at, ended_reason, user_agent, address) SELECT"
            + " gen_random_uuid(), id, 0, 3, now(), now(), now() + interval '1 day', now() + interval '2 days', %s, '', ''"
            + " FROM identity.users";

    private final String url = TestPostgres.url("sessions_before");

    private List<String> sql(String statement) {
        return TestPostgres.query(url, PostgresServer.USER, statement);
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(url, PostgresServer.USER, TestPostgres.SERVER.password())
                .defaultSchema("gatehouse")
                .target(target)
                .load()
                .migrate();
    }

    @Test
    void rowsFromBeforeStayAsTheyAreAndMayEndForNewReasons() {
        TestPostgres.query(
                TestPostgres.SERVER.jdbcUrl(),
                "postgres",
                "DROP DATABASE IF EXISTS gatehouse_sessions_before WITH (FORCE)");
        TestPostgres.query(
                TestPostgres.SERVER.jdbcUrl(), "postgres", "CREATE DATABASE gatehouse_sessions_before OWNER gatehouse");
        migrate("8");
        sql("INSERT INTO identity.users (id, epoch, version, created_at, updated_at, email_verified, phone_verified,"
                + " role, status, email, email_canonical, name) VALUES (gen_random_uuid(), 0, 1, now(), now(), false,"
                + " false, 'USER', 'ACTIVE', 'a@example.com', 'a@example.com', 'Ada')");
        sql(SESSION.formatted("NULL, NULL"));
        sql(SESSION.formatted("now(), 'LOGOUT'"));

        migrate("9");

        assertThat(sql("SELECT coalesce(ended_reason, 'none') || ' ' || counter || ' ' || (sweep_at <= now())"
                        + " FROM identity.sessions ORDER BY 1"))
                .containsExactly("LOGOUT 3 true", "none 3 true");
        sql("UPDATE identity.sessions SET ended_at = now(), ended_reason = 'LIMIT' WHERE ended_at IS NULL");
        assertThat(sql("SELECT ended_reason FROM identity.sessions ORDER BY 1")).containsExactly("LIMIT", "LOGOUT");
    }
}
