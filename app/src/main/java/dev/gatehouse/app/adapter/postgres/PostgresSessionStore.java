package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.model.Device;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.SessionStore;
import dev.gatehouse.identity.port.StoreUnavailable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sessions as rows, which stay when a session ends. */
public final class PostgresSessionStore implements SessionStore {

    /** The sweeper need not look before it could be over; by then it may have been refreshed. */
    private static final String OPEN = """
            WITH opened AS (
                INSERT INTO identity.sessions (id, user_id, epoch, counter, device_id, device_name, user_agent, address,
                    created_at, rotated_at, refresh_until, expires_at, sweep_at, methods, proven_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            )
            UPDATE identity.sessions SET ended_reason = 'LIMIT', ended_at = clock_timestamp()
            WHERE ended_at IS NULL AND id IN (
                SELECT id FROM identity.sessions WHERE user_id = ? AND ended_at IS NULL AND refresh_until > ?
                ORDER BY created_at DESC, id DESC OFFSET ?)
            RETURNING user_id, id
            """;

    private static final String FIND_LIVE = """
            SELECT s.id, s.user_id, s.epoch, u.role, s.refresh_until
            FROM identity.sessions s JOIN identity.users u ON u.id = s.user_id
            WHERE s.id = ? AND s.user_id = ? AND s.ended_at IS NULL AND s.refresh_until > ?
                AND u.status = 'ACTIVE' AND u.epoch = s.epoch
                AND NOT EXISTS (SELECT FROM identity.revoked_tokens WHERE id = ?)
            """;

    private static final String FIND = """
            SELECT id, user_id, epoch, counter, device_id, device_name, user_agent, address,
                created_at, rotated_at, refresh_until, expires_at, ended_reason,
                coalesce(methods, ARRAY[method]) AS methods, coalesce(proven_at, created_at) AS proven_at
            FROM identity.sessions WHERE id = ?
            """;

    /**
     * Of the two rows only the session's is locked. When the lock had to be waited for, Postgres looks at the session
     * as it is now, but at the user as it was before the wait (EvalPlanQual): the epochs may agree although the
     * user's has moved on. The session's own end is to be trusted then, and is enough, because whatever moves the epoch
     * ends the user's sessions as well, in the same transaction.
     */
    private static final String LOCK = """
            SELECT s.id, s.user_id, s.epoch, s.counter, s.device_id, s.device_name, s.user_agent, s.address,
                s.created_at, s.rotated_at, s.refresh_until, s.expires_at, s.ended_reason,
                coalesce(s.methods, ARRAY[s.method]) AS methods, coalesce(s.proven_at, s.created_at) AS proven_at
            FROM identity.sessions s JOIN identity.users u ON u.id = s.user_id AND u.epoch = s.epoch
            WHERE s.id = ?
            FOR NO KEY UPDATE OF s
            """;

    /** An end is written once: neither its time nor its reason changes, whatever is saved later. */
    private static final String SAVE = """
            UPDATE identity.sessions
            SET counter = ?, device_id = ?, device_name = ?, user_agent = ?, address = ?, rotated_at = ?,
                refresh_until = ?, methods = ?, proven_at = ?, ended_reason = coalesce(ended_reason, ?),
                ended_at = coalesce(ended_at, CASE WHEN ?::text IS NOT NULL THEN clock_timestamp() END)
            WHERE id = ?
            """;

    private static final String END_ALL = """
            UPDATE identity.sessions SET ended_reason = ?, ended_at = clock_timestamp()
            WHERE user_id = ? AND ended_at IS NULL AND id IS DISTINCT FROM ?::uuid
            RETURNING user_id, id
            """;

    /** The statement's time, because a clock that runs on while it is asked cannot be looked up in an index. */
    private static final String LIST_LATEST_USERS = """
            SELECT DISTINCT user_id
            FROM (SELECT user_id FROM identity.sessions WHERE ended_at IS NULL ORDER BY id DESC LIMIT ?) AS latest
            """;

    private static final String LIST_ENDED = """
            SELECT user_id, id FROM identity.sessions
            WHERE ended_at > statement_timestamp() - ?::interval
            ORDER BY ended_at DESC LIMIT 10000
            """;

    private final Database database;
    private final Clock clock;

    public PostgresSessionStore(JdbcOperations jdbc, Clock clock) {
        this.database = new Database(jdbc, StoreUnavailable::new);
        this.clock = clock;
    }

    @Override
    public List<EndedSession> open(Session session, int most) {
        Device device = session.device();
        return database.list(
                OPEN,
                SessionRow::readEnded,
                session.id().value(),
                session.user().value(),
                session.epoch(),
                session.counter(),
                device.id(),
                device.name(),
                device.userAgent(),
                device.address(),
                session.createdAt(),
                session.rotatedAt(),
                session.refreshUntil(),
                session.expiresAt(),
                session.refreshUntil(),
                SessionRow.methods(session),
                session.proof().at(),
                session.user().value(),
                session.createdAt(),
                most - 1);
    }

    @Override
    public Optional<LiveSession> findLive(UserId user, SessionId session, UUID tokenId) {
        return database.find(FIND_LIVE, SessionRow::readLive, session.value(), user.value(), clock.instant(), tokenId);
    }

    @Override
    public Optional<Session> find(SessionId session) {
        return database.find(FIND, SessionRow::read, session.value());
    }

    @Override
    public Optional<Session> lock(SessionId session) {
        return database.find(LOCK, SessionRow::read, session.value());
    }

    @Override
    public void save(Session session) {
        Device device = session.device();
        int saved = database.update(
                SAVE,
                session.counter(),
                device.id(),
                device.name(),
                device.userAgent(),
                device.address(),
                session.rotatedAt(),
                session.refreshUntil(),
                SessionRow.methods(session),
                session.proof().at(),
                session.ended(),
                session.ended(),
                session.id().value());
        if (saved == 0) {
            throw new IllegalStateException("saved a session that was never opened: " + session.id());
        }
    }

    @Override
    public List<EndedSession> endAll(UserId user, @Nullable SessionId keep, EndReason reason) {
        return database.list(END_ALL, SessionRow::readEnded, reason, user.value(), keep == null ? null : keep.value());
    }

    @Override
    public List<EndedSession> listEnded(Duration within) {
        return database.list(LIST_ENDED, SessionRow::readEnded, within.toString());
    }

    @Override
    public List<UserId> listLatestUsers(int limit) {
        return database.list(LIST_LATEST_USERS, row -> new UserId(row.getObject("user_id", UUID.class)), limit);
    }
}
