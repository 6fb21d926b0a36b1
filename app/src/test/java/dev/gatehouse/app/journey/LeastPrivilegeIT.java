package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.app.journey.Api.Account;
import dev.gatehouse.devservices.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the rights that docs/audit.md gives it and no others, the application works, and cannot touch what it audited. */
final class LeastPrivilegeIT {

    private static final String ROLE = "gatehouse_app";
    private static final String PASSWORD = "for this test only";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final PostgresServer POSTGRES = Gatehouse.sharedServers().postgres();
    private static final Gatehouse gatehouse = start();
    private static final Api api = gatehouse.api();
    private static final Administrator admin = Administrator.of(api);

    @AfterAll
    static void stop() {
        gatehouse.close();
    }

    /** After another start, which has made the schemas. */
    private static Gatehouse start() {
        Gatehouse.start().close();
        run("postgres", POSTGRES.password(), "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(ROLE, PASSWORD));
        run(PostgresServer.USER, POSTGRES.password(), grants());
        return Gatehouse.start(Map.of(
                "DB_USER",
                ROLE,
                "DB_PASSWORD",
                PASSWORD,
                "DB_MIGRATION_USER",
                PostgresServer.USER,
                "DB_MIGRATION_PASSWORD",
                POSTGRES.password()));
    }

    private static String grants() {
        try {
            return Files.readAllLines(Path.of("..", "docs", "audit.md")).stream()
                    .dropWhile(line -> !line.equals("```sql"))
                    .skip(1)
                    .takeWhile(line -> !line.equals("```"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void run(String user, String password, String sql) {
        try {
            tryToRun(user, password, sql);
        } catch (SQLException failed) {
            throw new AssertionError(sql, failed);
        }
    }

    private static void tryToRun(String user, String password, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(POSTGRES.jdbcUrl(), user, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void whatUsersAndAdministratorsDoWorksAndIsAudited() {
        Account account = api.register();
        assertThat(api.profile(account.accessToken()).status()).isEqualTo(200);
        assertThat(api.refresh(account.refreshToken()).status()).isEqualTo(200);
        assertThat(api.logIn(account.email(), "wrong horse battery").status()).isEqualTo(401);
        assertThat(api.logIn(account.email(), Api.PASSWORD).status()).isEqualTo(200);
        String user = account.registered().at("/user/id");
        String request = UUID.randomUUID().toString();
        assertThat(admin.delete("/api/admin/users/" + user + "/sessions", request)
                        .status())
                .isEqualTo(204);
        assertThat(admin.auditOf(request).at("/items/0/action")).isEqualTo("sessions-end");
        assertThat(admin.get("/api/admin/users/" + user + "/access").body().at("/events"))
                .hasSize(4);
    }

    @Test
    void whatIsOldGoesAllTheSame() {
        run(ROLE, PASSWORD, "SELECT audit.forget('365 days', 500)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit.entries SET data = '{}'",
                "DELETE FROM audit.entries",
                "SELECT set_config('audit.forgetting', 'on', false); DELETE FROM audit.entries",
                "TRUNCATE audit.entries",
                "ALTER TABLE audit.entries DISABLE TRIGGER ALL",
                "SET session_replication_role = replica",
                "DROP TABLE audit.entries",
                "DROP FUNCTION audit.refuse() CASCADE",
                "CREATE OR REPLACE FUNCTION audit.refuse() RETURNS trigger LANGUAGE sql AS 'SELECT NULL'",
                "CREATE TABLE audit.others (id uuid)",
                "GRANT ALL ON audit.entries TO gatehouse_app",
                "SET ROLE gatehouse",
                "SELECT audit.forget('-1 day', 500)"
            })
    void whatIsAuditedStays(String sql) {
        assertThat(api.register().registered().status()).isEqualTo(201);
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> tryToRun(ROLE, PASSWORD, sql))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }
}
