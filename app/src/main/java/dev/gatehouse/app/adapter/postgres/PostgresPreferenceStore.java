package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.PreferenceStore;
import dev.gatehouse.identity.port.StoreUnavailable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Optional;

/** Preferences as a JSON object a user. */
public final class PostgresPreferenceStore implements PreferenceStore {

    /** The object as two arrays, which the driver reads without a JSON parser. */
    private static final String FIND = """
            SELECT version,
                   ARRAY(SELECT key FROM jsonb_each_text(entries) ORDER BY key) AS keys,
                   ARRAY(SELECT value FROM jsonb_each_text(entries) ORDER BY key) AS values
            FROM identity.preferences WHERE user_id = ?
            """;

    private static final String SAVE = """
            INSERT INTO identity.preferences AS old (user_id, version, entries) VALUES (?, 1, jsonb_object(?, ?))
            ON CONFLICT (user_id) DO UPDATE SET version = old.version + 1, entries = excluded.entries
            RETURNING version
            """;

    private final Database database;

    public PostgresPreferenceStore(JdbcOperations jdbc) {
        database = new Database(jdbc, StoreUnavailable::new);
    }

    @Override
    public Optional<Preferences> find(UserId user) {
        return database.find(FIND, PostgresPreferenceStore::read, user.value());
    }

    @Override
    public Preferences save(UserId user, Preferences preferences) {
        String[] keys = preferences.entries().keySet().toArray(String[]::new);
        String[] values = preferences.entries().values().toArray(String[]::new);
        long version = database.find(SAVE, row -> row.getLong("version"), user.value(), keys, values)
                .orElseThrow();
        return new Preferences(preferences.entries(), version);
    }

    private static Preferences read(ResultSet row) throws SQLException {
        var keys = (String[]) row.getArray("keys").getArray();
        var values = (String[]) row.getArray("values").getArray();
        var entries = new HashMap<String, String>();
        for (int i = 0; i < keys.length; i++) {
            entries.put(keys[i], values[i]);
        }
        return new Preferences(entries, row.getLong("version"));
    }
}
