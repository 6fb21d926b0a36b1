package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.app.Application;
import dev.gatehouse.devservices.PostgresServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.GenericArgument;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.inject.BeanConfiguration;
import io.micronaut.transaction.TransactionOperations;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The one Postgres of this JVM, migrated, and what the adapters need to reach it. */
final class TestPostgres {

    static final PostgresServer SERVER = start();

    /** The application's own beans stay out: its timers and its checks at the start need all of it. */
    private static final BeanConfiguration NOTHING_OF_OURS =
            BeanConfiguration.disabled(Application.class.getPackageName());

    private static final ApplicationContext CONTEXT = context(SERVER.jdbcUrl(), Map.of());

    private TestPostgres() {}

    private static PostgresServer start() {
        var server = new PostgresServer(Path.of("target", "servers", "postgres").toAbsolutePath());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server.wipe().start();
    }

    static JdbcOperations jdbc() {
        return jdbc(CONTEXT);
    }

    static JdbcOperations jdbc(ApplicationContext context) {
        return context.getBean(JdbcOperations.class);
    }

    static PostgresUnitOfWork unitOfWork() {
        return unitOfWork(CONTEXT);
    }

    static PostgresUnitOfWork unitOfWork(ApplicationContext context) {
        return new PostgresUnitOfWork(context.getBean(new GenericArgument<TransactionOperations<Connection>>() {}));
    }

    /** A pool of its own for a database of the server, and nothing else of the application. */
    static ApplicationContext context(String url, Map<String, Object> more) {
        var properties = new HashMap<String, Object>(Map.of(
                "datasources.default.url",
                url,
                "datasources.default.username",
                PostgresServer.USER,
                "datasources.default.password",
                SERVER.password(),
                "flyway.datasources.default.url",
                url,
                "flyway.datasources.default.user",
                PostgresServer.USER,
                "flyway.datasources.default.password",
                SERVER.password(),
                "flyway.datasources.default.default-schema",
                "gatehouse"));
        properties.putAll(more);
        return ApplicationContext.builder()
                .enableDefaultPropertySources(false)
                .deduceEnvironment(false)
                .properties(properties)
                .beanConfigurations(NOTHING_OF_OURS)
                .start();
    }

    /** A database of its own on the server, empty and migrated, with a pool. */
    static ApplicationContext freshDatabase(String name) {
        String database = PostgresServer.DATABASE + "_" + name;
        query(SERVER.jdbcUrl(), "postgres", "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(database));
        query(SERVER.jdbcUrl(), "postgres", "CREATE DATABASE %s OWNER %s".formatted(database, PostgresServer.USER));
        return context(url(name), Map.of());
    }

    static String url(String name) {
        return SERVER.jdbcUrl() + "_" + name;
    }

    /** The first column of each row, on a connection that no pool knows. */
    static List<String> query(String sql) {
        return query(SERVER.jdbcUrl(), PostgresServer.USER, sql);
    }

    static List<String> query(String url, String user, String sql) {
        try (var connection = DriverManager.getConnection(url, user, SERVER.password());
                var statement = connection.createStatement()) {
            var values = new ArrayList<String>();
            if (statement.execute(sql)) {
                for (var rows = statement.getResultSet(); rows.next(); ) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
