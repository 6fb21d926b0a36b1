package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.StoreUnavailable;
import dev.gatehouse.identity.port.UserRecords;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All rows of a user, each as the columns that say something of them. */
public final class PostgresUserRecords implements UserRecords {

    private static final String ACCOUNT = "account";

    /** By kinds; the names of the columns are those that the user sees. */
    private static final Map<String, String> KINDS = kinds();

    private final Database database;

    public PostgresUserRecords(JdbcOperations jdbc) {
        database = new Database(jdbc, StoreUnavailable::new);
    }

    private static Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put(ACCOUNT, """
                SELECT id, email, email_verified AS "emailVerified", name, phone, phone_verified AS "phoneVerified",
                    avatar_id AS "avatarId", lower(role) AS role, lower(status) AS status, epoch, version,
                    created_at AS "createdAt", updated_at AS "updatedAt", role_changed_at AS "roleChangedAt"
                FROM identity.users WHERE id = ?
                """);
        kinds.put("passwords", """
                SELECT split_part(ltrim(password_hash, '$'), '$', 1) AS "hashedWith"
                FROM identity.credentials WHERE user_id = ?
                """);
        kinds.put("secondFactors", """
                SELECT made_at AS "madeAt", enabled_at AS "enabledAt" FROM identity.second_factors WHERE user_id = ?
                """);
        kinds.put("recoveryCodes", """
                SELECT count(*) AS unused FROM identity.recovery_codes WHERE user_id = ? HAVING count(*) > 0
                """);
        kinds.put("preferences", """
                SELECT entry.key, entry.value FROM identity.preferences, jsonb_each_text(entries) AS entry
                WHERE user_id = ? ORDER BY entry.key
                """);
        kinds.put("sessions", """
                SELECT id, device_id AS "deviceId", device_name AS "deviceName", user_agent AS "userAgent", address,
                    lower(coalesce(array_to_string(methods, ' '), method)) AS methods,
                    coalesce(proven_at, created_at) AS "provenAt", created_at AS "createdAt", rotated_at AS "refreshedAt",
                    refresh_until AS "restsUntil", expires_at AS "expiresAt", ended_at AS "endedAt",
                    lower(ended_reason) AS "endedReason"
                FROM identity.sessions WHERE user_id = ? ORDER BY id
                """);
        kinds.put("devices", """
                SELECT mark, seen_at AS "seenAt" FROM identity.known_devices WHERE user_id = ? ORDER BY seen_at
                """);
        kinds.put("mailings", """
                SELECT lower(purpose) AS purpose, email, expires_at AS "expiresAt"
                FROM identity.mailings WHERE user_id = ? ORDER BY purpose
                """);
        return kinds;
    }

    @Override
    public List<UserRecord> list(UserId user) {
        List<UserRecord> account = list(ACCOUNT, user);
        if (account.isEmpty()) {
            return account;
        }
        var records = new ArrayList<>(account);
        KINDS.keySet().stream().filter(kind -> !kind.equals(ACCOUNT)).forEach(kind -> records.addAll(list(kind, user)));
        return records;
    }

    private List<UserRecord> list(String kind, UserId user) {
        return database.list(KINDS.getOrDefault(kind, ""), row -> new UserRecord(kind, values(row)), user.value());
    }

    private static Map<String, Object> values(ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, Object>();
        ResultSetMetaData columns = row.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            Object value = row.getObject(column);
            if (value != null) {
                values.put(columns.getColumnLabel(column), plain(value));
            }
        }
        return values;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Timestamp time -> time.toInstant();
            case UUID id -> id.toString();
            default -> value;
        };
    }
}
