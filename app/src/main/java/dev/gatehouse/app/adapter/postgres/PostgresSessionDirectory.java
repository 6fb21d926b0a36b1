package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SessionCounts;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.SessionDirectory;
import dev.gatehouse.identity.port.StoreUnavailable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Sessions as their rows list and count them, along the indexes of those that live. */
public final class PostgresSessionDirectory implements SessionDirectory {

    private static final int EXACT = 10_000;

    private static final String LIST_LIVE = """
            SELECT s.id, s.user_id, s.epoch, s.counter, s.device_id, s.device_name, s.user_agent, s.address,
                s.created_at, s.rotated_at, s.refresh_until, s.expires_at, s.ended_reason,
                coalesce(s.methods, ARRAY[s.method]) AS methods, coalesce(s.proven_at, s.created_at) AS proven_at
            FROM identity.sessions s JOIN identity.users u ON u.id = s.user_id AND u.epoch = s.epoch
            WHERE s.user_id = ? AND s.ended_at IS NULL AND s.refresh_until > ?
            ORDER BY s.created_at DESC, s.id DESC LIMIT 200
            """;

    /** The order is that of an index, which so is read no further than the limit. */
    private static final String COUNT = """
            SELECT
                (SELECT count(*) FROM (SELECT FROM identity.sessions WHERE ended_at IS NULL AND refresh_until > ?
                    ORDER BY user_id LIMIT ?) AS few) AS live,
                (SELECT count(*) FROM (SELECT FROM identity.revoked_tokens WHERE until > ?
                    ORDER BY until LIMIT ?) AS few) AS revoked,
                (SELECT reltuples::bigint FROM pg_class WHERE oid = 'identity.sessions_live'::regclass) AS about_live,
                (SELECT reltuples::bigint FROM pg_class WHERE oid = 'identity.revoked_tokens'::regclass) AS about_revoked
            """;

    private final Database database;
    private final Clock clock;

    public PostgresSessionDirectory(JdbcOperations jdbc, Clock clock) {
        this.database = new Database(jdbc, StoreUnavailable::new);
        this.clock = clock;
    }

    @Override
    public List<Session> listLive(UserId user) {
        return database.list(LIST_LIVE, SessionRow::read, user.value(), clock.instant());
    }

    @Override
    public SessionCounts count() {
        Instant now = clock.instant();
        return database.list(COUNT, PostgresSessionDirectory::read, now, EXACT, now, EXACT)
                .getFirst();
    }

    private static SessionCounts read(ResultSet row) throws SQLException {
        return new SessionCounts(
                exactOrAbout(row.getLong("live"), row.getLong("about_live")),
                exactOrAbout(row.getLong("revoked"), row.getLong("about_revoked")));
    }

    private static long exactOrAbout(long counted, long about) {
        return counted < EXACT ? counted : Math.max(counted, about);
    }
}
