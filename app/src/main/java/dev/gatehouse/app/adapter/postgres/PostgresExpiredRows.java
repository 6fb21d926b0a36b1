package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.port.ExpiredRows;
import dev.gatehouse.identity.port.StoreUnavailable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.time.Duration;

/** The rows of one table that are over, which nobody waits for: those that somebody else has locked are left to them. */
public final class PostgresExpiredRows implements ExpiredRows {

    /**
     * One that is over by itself goes; one that somebody ended stays for a week more, for whoever asks why. What may
     * not go yet is looked at again when it may.
     */
    private static final String SESSIONS = """
            WITH due AS (
                SELECT id, coalesce(ended_at + interval '7 days', refresh_until) AS until
                FROM identity.sessions WHERE sweep_at <= now() ORDER BY sweep_at LIMIT ? FOR UPDATE SKIP LOCKED
            ), later AS (
                UPDATE identity.sessions s SET sweep_at = due.until
                FROM due WHERE s.id = due.id AND due.until > now()
            ), gone AS (
                DELETE FROM identity.sessions s USING due WHERE s.id = due.id AND due.until <= now() RETURNING s.id
            )
            SELECT (SELECT count(*) FROM due) AS seen, (SELECT count(*) FROM gone) AS gone
            """;

    /** An hour longer than it matters: whoever has just let one pass that was in time still finds it. */
    private static final String REVOKED_TOKENS = """
            WITH gone AS (
                DELETE FROM identity.revoked_tokens WHERE id = ANY (ARRAY (
                    SELECT id FROM identity.revoked_tokens WHERE until <= now() - interval '1 hour'
                    ORDER BY until LIMIT ? FOR UPDATE SKIP LOCKED))
                RETURNING id
            )
            SELECT count(*) AS seen, count(*) AS gone FROM gone
            """;

    private static final String ANSWERS = """
            WITH gone AS (
                DELETE FROM idempotency.answers WHERE id = ANY (ARRAY (
                    SELECT id FROM idempotency.answers WHERE kept_until <= now()
                    ORDER BY kept_until LIMIT ? FOR UPDATE SKIP LOCKED))
                RETURNING id
            )
            SELECT count(*) AS seen, count(*) AS gone FROM gone
            """;

    /** A receipt is of use to whoever was erased for as long as they may ask about it. */
    private static final String RECEIPTS = """
            WITH gone AS (
                DELETE FROM privacy.erasures WHERE id = ANY (ARRAY (
                    SELECT id FROM privacy.erasures WHERE erased_at <= now() - interval '1 year'
                    ORDER BY erased_at LIMIT ? FOR UPDATE SKIP LOCKED))
                RETURNING id
            )
            SELECT count(*) AS seen, count(*) AS gone FROM gone
            """;

    /** What was set up and never confirmed; for longer than anybody may still confirm it. */
    private static final String SECOND_FACTORS = """
            WITH gone AS (
                DELETE FROM identity.second_factors WHERE user_id = ANY (ARRAY (
                    SELECT user_id FROM identity.second_factors
                    WHERE enabled_at IS NULL AND made_at <= now() - interval '1 hour'
                    ORDER BY made_at LIMIT ? FOR UPDATE SKIP LOCKED))
                RETURNING user_id
            )
            SELECT count(*) AS seen, count(*) AS gone FROM gone
            """;

    private final Database database;
    private final String name;
    private final String sql;

    private PostgresExpiredRows(JdbcOperations jdbc, String name, String sql) {
        this.database = new Database(jdbc, StoreUnavailable::new);
        this.name = name;
        this.sql = sql;
    }

    public static PostgresExpiredRows ofSessions(JdbcOperations jdbc) {
        return new PostgresExpiredRows(jdbc, "sessions", SESSIONS);
    }

    public static PostgresExpiredRows ofRevokedTokens(JdbcOperations jdbc) {
        return new PostgresExpiredRows(jdbc, "revoked tokens", REVOKED_TOKENS);
    }

    public static PostgresExpiredRows ofAnswers(JdbcOperations jdbc) {
        return new PostgresExpiredRows(jdbc, "answers", ANSWERS);
    }

    public static PostgresExpiredRows ofReceipts(JdbcOperations jdbc) {
        return new PostgresExpiredRows(jdbc, "receipts", RECEIPTS);
    }

    /**
     * @param retention a day at least: younger ones nobody may delete
     */
    public static PostgresExpiredRows ofAuditEntries(JdbcOperations jdbc, Duration retention) {
        // Nobody may delete there but this function.
        String sql = "SELECT gone AS seen, gone FROM audit.forget(%d * interval '1 second', ?) AS gone"
                .formatted(retention.toSeconds());
        return new PostgresExpiredRows(jdbc, "audit entries", sql);
    }

    public static PostgresExpiredRows ofSecondFactors(JdbcOperations jdbc) {
        return new PostgresExpiredRows(jdbc, "second factors", SECOND_FACTORS);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Batch forget(int limit) {
        return database.list(sql, row -> new Batch(row.getInt("gone"), row.getInt("seen") == limit), limit)
                .getFirst();
    }
}
