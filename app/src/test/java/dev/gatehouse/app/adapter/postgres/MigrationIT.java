package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.devservices.PostgresServer;
import dev.gatehouse.identity.port.InParallel;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MigrationIT {

    private final String url = TestPostgres.SERVER.jdbcUrl() + "_twice";

    @BeforeEach
    void anEmptyDatabase() {
        asAdministrator("DROP DATABASE IF EXISTS gatehouse_twice WITH (FORCE)");
        asAdministrator("CREATE DATABASE gatehouse_twice OWNER gatehouse");
    }

    private static void asAdministrator(String sql) {
        TestPostgres.query(TestPostgres.SERVER.jdbcUrl(), "postgres", sql);
    }

    /** Those of the files in db/migration. */
    private static List<String> versions() {
        String[] files = Path.of("..", "db", "migration").toFile().list();
        return Stream.of(Objects.requireNonNull(files))
                .map(name -> name.substring(1, name.indexOf("__")))
                .sorted()
                .toList();
    }

    @Test
    void twoInstancesThatStartAtOnceMigrateOnce() {
        var contexts = InParallel.run(2, number -> TestPostgres.context(url, Map.of()));
        contexts.forEach(ApplicationContext::close);
        assertThat(TestPostgres.query(url, PostgresServer.USER, """
                        SELECT version FROM gatehouse.flyway_schema_history
                        WHERE success AND version IS NOT NULL ORDER BY 1
                        """)).isEqualTo(versions());
    }

    @Test
    void theRoleThatMigratesOwnsItsDatabaseAndNothingElse() {
        TestPostgres.context(url, Map.of()).close();
        assertThat(TestPostgres.query(url, PostgresServer.USER, """
                        SELECT DISTINCT nspowner::regrole FROM pg_namespace
                        WHERE nspname IN ('gatehouse', 'identity', 'events')
                        """)).containsExactly(PostgresServer.USER);
        assertThat(TestPostgres.query(url, PostgresServer.USER, """
                        SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = current_user
                        """)).containsExactly("f");
    }
}
