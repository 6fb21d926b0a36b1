package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.model.DeviceMark;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.KnownDevices;
import dev.gatehouse.identity.port.StoreUnavailable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.time.Instant;
import java.util.List;

/** Known devices as rows, one a mark. */
public final class PostgresKnownDevices implements KnownDevices {

    /** Where nobody has the address, the devices of an id that nobody has are looked through in its stead. */
    private static final String KNOWS = """
            SELECT EXISTS (
                SELECT FROM identity.known_devices
                WHERE mark = ANY (?) AND user_id = coalesce(
                    (SELECT id FROM identity.users WHERE email_canonical = ?), '00000000-0000-0000-0000-000000000000')
            ) AS known
            """;

    /** All parts see the rows as they were before, and no two touch the same one. */
    private static final String REMEMBER = """
            WITH given AS (SELECT ?::uuid AS user_id, ?::text[] AS shown, ?::text[] AS kept, ?::timestamptz AS now),
                known AS (SELECT mark, seen_at FROM identity.known_devices d JOIN given USING (user_id)),
                remembered AS (
                    INSERT INTO identity.known_devices (user_id, mark, seen_at)
                    SELECT user_id, unnest(kept), now FROM given
                    ON CONFLICT (user_id, mark) DO UPDATE SET seen_at = excluded.seen_at),
                forgotten AS (
                    DELETE FROM identity.known_devices d USING given
                    WHERE d.user_id = given.user_id AND d.mark IN (
                        SELECT mark FROM known, given WHERE mark <> ALL (kept)
                        ORDER BY seen_at DESC, mark OFFSET (SELECT ? - cardinality(kept) FROM given)))
            SELECT count(*) AS all_known, count(*) FILTER (WHERE mark = ANY (shown)) AS shown_known
            FROM known, given
            """;

    private final Database database;

    public PostgresKnownDevices(JdbcOperations jdbc) {
        database = new Database(jdbc, StoreUnavailable::new);
    }

    @Override
    public boolean knows(EmailAddress email, List<DeviceMark> marks) {
        return database.find(KNOWS, row -> row.getBoolean("known"), hashes(marks), email.canonical())
                .orElseThrow();
    }

    @Override
    public SignIn remember(UserId user, List<DeviceMark> shown, List<DeviceMark> kept, Instant now) {
        return database.find(
                        REMEMBER,
                        row -> signIn(row.getInt("all_known"), row.getInt("shown_known")),
                        user.value(),
                        hashes(shown),
                        hashes(kept),
                        now,
                        MOST)
                .orElseThrow();
    }

    @Override
    public int forget(UserId user) {
        return database.update("DELETE FROM identity.known_devices WHERE user_id = ?", user.value());
    }

    private static SignIn signIn(int known, int shown) {
        if (known == 0) {
            return SignIn.FIRST;
        }
        return shown > 0 ? SignIn.KNOWN : SignIn.NEW;
    }

    private static String[] hashes(List<DeviceMark> marks) {
        return marks.stream().map(DeviceMark::hash).toArray(String[]::new);
    }
}
