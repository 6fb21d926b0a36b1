package dev.gatehouse.app.adapter.postgres;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells a database that did not answer, which the caller may try again, from one that refused, which is a bug. */
final class Outage {

    /**
     * Classes of SQLSTATE (PostgreSQL, appendix A): connection, transaction rollback by deadlock or conflict,
     * resources, operator intervention with its time-outs, system.
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

    /** Read-only, as a standby is until its promotion; idle or longer than allowed in a transaction; lock time-out. */
    private static final Set<String> STATES = Set.of("25006", "25P03", "25P04", "55P03");

    private static final String UNIQUE_VIOLATION = "23505";

    private Outage() {}

    /** What a failure of the layers below means to the caller of a port. */
    static RuntimeException translate(RuntimeException failure, Function<Throwable, RuntimeException> unavailable) {
        return isOutage(failure)
                ? unavailable.apply(failure)
                : new IllegalStateException("the database refused a statement", failure);
    }

    /** Whether a statement was refused because another row has the value that must be one row's alone. */
    static boolean isTaken(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> false;
            case SQLException refused -> UNIQUE_VIOLATION.equals(refused.getSQLState());
            default -> isTaken(failure.getCause());
        };
    }

    private static boolean isOutage(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> false;
            case ConnectionException _, CannotGetJdbcConnectionException _ -> true;
            case SQLException refused -> isOutage(refused.getSQLState());
            default -> isOutage(failure.getCause());
        };
    }

    /** Without a state it comes from the pool, not from Postgres: the connection was given up. */
    private static boolean isOutage(@Nullable String state) {
        return state == null
                || STATES.contains(state)
                || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }
}
