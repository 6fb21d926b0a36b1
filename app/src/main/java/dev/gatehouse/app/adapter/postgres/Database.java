package dev.gatehouse.app.adapter.postgres;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL in one round trip a call: on the connection of the unit of work inside of one, else on one of its own,
 * committed at once.
 *
 * <p>Values are bound in the order of their question marks: texts and arrays of them, numbers, UUIDs, bytes, enums by
 * name, and instants cut to microseconds, which is what Postgres keeps, so that what was written is what is read.
 */
final class Database {

    /** Reads the row that a result set stands on. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Execution<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private final JdbcOperations jdbc;
    private final Function<Throwable, RuntimeException> unavailable;

    /**
     * @param unavailable the port's exception for a database that does not answer
     */
    Database(JdbcOperations jdbc, Function<Throwable, RuntimeException> unavailable) {
        this.jdbc = jdbc;
        this.unavailable = unavailable;
    }

    /** The first row; empty when there is none. */
    <T> Optional<T> find(String sql, RowReader<T> reader, @Nullable Object... values) {
        return list(sql, reader, values).stream().findFirst();
    }

    /** All rows; of two statements, those of the last one that has a result. */
    <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) {
        return run(sql, values, statement -> {
            statement.execute();
            var rows = new ArrayList<T>();
            try (ResultSet found = last(statement)) {
                while (found.next()) {
                    rows.add(reader.read(found));
                }
            }
            return rows;
        });
    }

    private static ResultSet last(PreparedStatement statement) throws SQLException {
        ResultSet last = statement.getResultSet();
        while (statement.getMoreResults(Statement.KEEP_CURRENT_RESULT) || statement.getUpdateCount() >= 0) {
            ResultSet next = statement.getResultSet();
            last = next == null ? last : next;
        }
        return last;
    }

    /** The number of rows it changed. */
    int update(String sql, @Nullable Object... values) {
        return run(sql, values, PreparedStatement::executeUpdate);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private <T> T run(String sql, @Nullable Object[] values, Execution<T> execution) {
        try {
            return jdbc.execute(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    for (int i = 0; i < values.length; i++) {
                        statement.setObject(i + 1, bindable(values[i]));
                    }
                    return execution.of(statement);
                }
            });
        } catch (DataAccessException | ConnectionException | CannotGetJdbcConnectionException failure) {
            throw Outage.translate(failure, unavailable);
        }
    }

    private static @Nullable Object bindable(@Nullable Object value) {
        return switch (value) {
            case Instant instant -> OffsetDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
            case Enum<?> constant -> constant.name();
            case null, default -> value;
        };
    }
}
