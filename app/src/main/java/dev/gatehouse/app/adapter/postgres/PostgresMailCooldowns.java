package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.port.MailCooldowns;
import dev.gatehouse.identity.port.StoreUnavailable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.time.Instant;

/** Cooldowns as rows, of which each new one clears a few away. */
public final class PostgresMailCooldowns implements MailCooldowns {

    /**
     * Whoever comes second waits for the row of the first, and then sees it. More rows go than come, so that addresses
     * which somebody made up do not stay; rows that another call is clearing away are passed over, and never waited for.
     */
    private static final String BEGIN = """
            WITH over AS (
                DELETE FROM identity.mail_cooldowns WHERE (contact, purpose) IN (
                    SELECT contact, purpose FROM identity.mail_cooldowns
                    WHERE ends_at <= ? AND (contact, purpose) <> (?, ?)
                    ORDER BY ends_at LIMIT 4 FOR UPDATE SKIP LOCKED)
            )
            INSERT INTO identity.mail_cooldowns AS running (contact, purpose, ends_at) VALUES (?, ?, ?)
            ON CONFLICT (contact, purpose) DO UPDATE SET ends_at = excluded.ends_at WHERE running.ends_at <= ?
            """;

    private final Database database;

    public PostgresMailCooldowns(JdbcOperations jdbc) {
        database = new Database(jdbc, StoreUnavailable::new);
    }

    @Override
    public boolean begin(String contact, MailPurpose purpose, Instant now, Instant until) {
        return database.update(BEGIN, now, contact, purpose, contact, purpose, until, now) == 1;
    }
}
