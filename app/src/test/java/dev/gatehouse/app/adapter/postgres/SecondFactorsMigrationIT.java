package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.devservices.PostgresServer;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Sessions from before V015: how they were opened, and when, is what was shown. */
final class SecondFactorsMigrationIT {

    private static final String NAME = "second_factors_before";

    private final String url = TestPostgres.url(NAME);

    private List<String> sql(String statement) {
        return TestPostgres.query(url, PostgresServer.USER, statement);
    }

    private static void administer(String statement) {
        TestPostgres.query(TestPostgres.SERVER.jdbcUrl(), "postgres", statement);
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
    void rowsFromBeforeAndThoseThatAVersionBeforeWritesAreReadAsTheyWereMeant() {
        administer("DROP DATABASE IF EXISTS gatehouse_" + NAME + " WITH (FORCE)");
        administer("CREATE DATABASE gatehouse_" + NAME + " OWNER gatehouse");
        migrate("11");
        sql("INSERT INTO identity.users (id, epoch, version, created_at, updated_at, email_verified, phone_verified,"
                + " role, status, email, email_canonical, name) VALUES (gen_random_uuid(), 0, 1, now(), now(), false,"
                + " false, 'USER', 'ACTIVE', 'a@example.com', 'a@example.com', 'Ada')");
        String session = "INSERT INTO identity.sessions (id, user_id, epoch, counter, created_at, rotated_at,"
                + " refresh_until, expires_at, user_agent, address, method) SELECT gen_random_uuid(), id, 0, 3,"
                + " timestamptz '2026-01-02 03:04:05Z', now(), now(), now(), '', '', '%s' FROM identity.users";
        sql(session.formatted("CODE"));

        migrate("15");

        sql(session.formatted("PASSWORD"));
        assertThat(sql("SELECT coalesce(methods, ARRAY[method])::text || ' '"
                        + " || (coalesce(proven_at, created_at) = created_at) FROM identity.sessions ORDER BY 1"))
                .containsExactly("{CODE} true", "{PASSWORD} true");
        sql("UPDATE identity.sessions SET methods = '{PASSWORD,CODE,MULTI_FACTOR}', ended_at = now(),"
                + " ended_reason = 'SECOND_FACTOR_ENABLED'");
    }
}
