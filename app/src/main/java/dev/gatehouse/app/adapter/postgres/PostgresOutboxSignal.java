package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.events.OutboxSignal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what Postgres tells of the outbox, on a connection of its own: one of the pool would be taken from the requests
 * for good. A connection that broke is made anew at the next wait.
 */
public final class PostgresOutboxSignal implements OutboxSignal, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresOutboxSignal.class);
    private static final int SECONDS_TO_ANSWER = 1;

    private final String url;
    private final Properties properties = new Properties();
    private volatile @Nullable Connection connection;
    private volatile boolean closed;
    private boolean deaf;

    public PostgresOutboxSignal(String url, String user, String password) {
        this.url = url;
        properties.putAll(Map.of(
                "user", user,
                "password", password,
                "ApplicationName", "gatehouse outbox",
                "connectTimeout", "1",
                "loginTimeout", "2",
                "socketTimeout", "2",
                "tcpKeepAlive", "true"));
    }

    @Override
    public boolean await(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            return hears(listening(), atMost);
        } catch (SQLException lost) {
            giveUp(lost);
            rest(Duration.ofNanos(end - System.nanoTime()));
            return false;
        }
    }

    private static boolean hears(Connection listening, Duration atMost) throws SQLException {
        // 0 would be for ever.
        int millis = Math.max(1, Math.toIntExact(atMost.toMillis()));
        if (listening.unwrap(PGConnection.class).getNotifications(millis).length > 0) {
            return true;
        }
        // Silence is what a connection that leads nowhere sounds like, too.
        if (!listening.isValid(SECONDS_TO_ANSWER)) {
            throw new SQLException("the connection does not answer");
        }
        return false;
    }

    private Connection listening() throws SQLException {
        Connection current = connection;
        if (current != null) {
            return current;
        }
        Connection fresh = DriverManager.getConnection(url, properties);
        connection = fresh;
        if (closed) {
            throw new SQLException("closed");
        }
        try (var statement = fresh.createStatement()) {
            statement.execute("LISTEN outbox");
        }
        if (deaf) {
            LOG.info("listening to the outbox again");
            deaf = false;
        }
        return fresh;
    }

    private void giveUp(SQLException lost) {
        if (!deaf && !closed) {
            LOG.warn("not listening to the outbox, which is polled all the same: {}", lost.getMessage());
            deaf = true;
        }
        drop();
    }

    private void drop() {
        Connection broken = connection;
        connection = null;
        if (broken != null) {
            try {
                broken.abort(Runnable::run);
            } catch (SQLException alreadyGone) {
                LOG.debug("a broken connection was not closed", alreadyGone);
            }
        }
    }

    private static void rest(Duration left) {
        if (!left.isPositive()) {
            return;
        }
        try {
            Thread.sleep(left);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the wait under way, if there is one; it hears nothing any more. */
    @Override
    public void close() {
        closed = true;
        drop();
    }
}
