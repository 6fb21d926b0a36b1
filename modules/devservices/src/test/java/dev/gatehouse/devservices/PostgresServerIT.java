package dev.gatehouse.devservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresServerIT {

    private static final PostgresServer SHARED = new PostgresServer(Workplace.at("postgres"));

    @BeforeAll
    static void start() {
        SHARED.wipe().start();
    }

    @AfterAll
    static void close() {
        SHARED.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "listen_addresses, 127.0.0.1",
        "password_encryption, scram-sha-256",
        "server_encoding, UTF8"
    })
    void isSetUpAsInProduction(String setting, String value) throws SQLException {
        assertThat(query(SHARED, "SELECT setting FROM pg_settings WHERE name = '%s'".formatted(setting)))
                .isEqualTo(value);
    }

    @Test
    void saysItsVersion() throws SQLException {
        assertThat(query(SHARED, "SHOW server_version")).isEqualTo(SHARED.version());
    }

    @Test
    void givesTheApplicationADatabaseOfItsOwnButNotTheServer() throws SQLException {
        assertThat(query(SHARED, "CREATE SCHEMA mine; CREATE EXTENSION citext; SELECT current_database()"))
                .isEqualTo("gatehouse");
        assertThat(query(SHARED, "SELECT rolsuper OR rolcreatedb FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
    }

    @Test
    void demandsThePassword() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(SHARED.jdbcUrl(), PostgresServer.USER, "wrong"))
                .extracting(SQLException::getSQLState)
                .isEqualTo("28P01");
    }

    @Test
    void keepsItsPortAndDataOverAnOutage() throws SQLException {
        query(SHARED, "CREATE TABLE kept AS SELECT 'before' AS said; SELECT 1");

        SHARED.stop();
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> query(SHARED, "SELECT 1"));
        SHARED.start();

        assertThat(query(SHARED, "SELECT said FROM kept")).isEqualTo("before");
    }

    @Test
    void hangsWhileItIsFrozen() throws SQLException {
        try (var connection = DriverManager.getConnection(SHARED.jdbcUrl(), login(SHARED));
                var statement = connection.createStatement()) {
            SHARED.freeze();
            connection.setNetworkTimeout(Runnable::run, 200);
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> statement.execute("SELECT 1"));
        } finally {
            SHARED.thaw();
        }
        assertThat(query(SHARED, "SELECT 'awake'")).isEqualTo("awake");
    }

    @Test
    void isStoppedEvenWhenFrozen() throws SQLException {
        SHARED.freeze();
        SHARED.stop();
        SHARED.start();
        assertThat(query(SHARED, "SELECT 'awake'")).isEqualTo("awake");
    }

    @Test
    void letsNobodyElseUseItsDirectory() throws SQLException {
        try (var intruder = new PostgresServer(SHARED.directory())) {
            assertThatExceptionOfType(DevServiceException.class)
                    .isThrownBy(intruder::start)
                    .withMessageContaining("is in use");
        }
        assertThat(query(SHARED, "SELECT 'unharmed'")).isEqualTo("unharmed");
    }

    @Test
    void replacesTheServerThatAKilledJvmLeftRunning() throws SQLException {
        var directory = Workplace.at("postgres-orphaned");
        try (var before = new PostgresServer(directory)) {
            before.wipe();
        }
        try (var jvm = ChildJvm.run(StartAndWait.class, Map.of(), "postgres", directory.toString());
                var server = new PostgresServer(directory)) {
            assertThat(jvm.readTo("ready")).contains("ready");
            jvm.kill();
            var orphan = server.daemon().process().orElseThrow();

            server.start();

            assertThat(server.daemon().process().orElseThrow()).isNotEqualTo(orphan);
            assertThat(query(server, "SELECT 'new'")).isEqualTo("new");
        }
    }

    @Test
    void recoversWhatAKilledServerHadCommitted() throws SQLException {
        query(SHARED, "CREATE TABLE committed AS SELECT 'written' AS said; SELECT 1");

        SHARED.daemon().process().orElseThrow().destroyForcibly();
        assertThat(SHARED.daemon().awaitEnd(Duration.ofSeconds(5))).isTrue();
        SHARED.start();

        assertThat(query(SHARED, "SELECT said FROM committed")).isEqualTo("written");
    }

    @Test
    void beginsAnewAfterAnInterruptedFirstStart() throws IOException, SQLException {
        try (var server = new PostgresServer(Workplace.at("postgres-interrupted")).wipe()) {
            Files.createDirectories(server.directory().resolve("data.partial/base"));
            assertThat(query(server.start(), "SELECT 'whole'")).isEqualTo("whole");
        }
    }

    @Test
    void runsAsNobodyWhereNobodyOwnsTheDirectory() throws IOException, SQLException {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        try (var server = new PostgresServer(Workplace.at("postgres-nobody")).wipe()) {
            Files.setAttribute(server.directory(), "unix:uid", 65534);
            server.start();
            assertThat(query(server, "SELECT 'as nobody'")).isEqualTo("as nobody");
            assertThat(Files.getAttribute(server.directory().resolve("data"), "unix:uid"))
                    .isEqualTo(65534);
        }
    }

    private static String query(PostgresServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), login(server));
                var statement = connection.createStatement()) {
            statement.execute(sql);
            while (statement.getResultSet() == null) {
                statement.getMoreResults();
            }
            var rows = statement.getResultSet();
            rows.next();
            return rows.getString(1);
        }
    }

    private static Properties login(PostgresServer server) {
        var properties = new Properties();
        properties.setProperty("user", PostgresServer.USER);
        properties.setProperty("password", server.password());
        return properties;
    }
}
