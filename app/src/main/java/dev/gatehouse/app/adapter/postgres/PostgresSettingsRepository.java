package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.settings.model.Section;
import dev.gatehouse.settings.model.SectionName;
import dev.gatehouse.settings.port.ISettingsRepository;
import dev.gatehouse.settings.port.SettingsUnavailable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Settings as a JSON object a section. */
public final class PostgresSettingsRepository implements ISettingsRepository {

    /** The object as two arrays, which the driver reads without a JSON parser. */
    private static final String FIND = """
            SELECT version,
                   ARRAY(SELECT key FROM jsonb_each_text(entries) ORDER BY key) AS keys,
                   ARRAY(SELECT value FROM jsonb_each_text(entries) ORDER BY key) AS values
            FROM settings.sections WHERE name = ? AND entries IS NOT NULL
            """;

    /** A statement of its own: the one behind it would see the row as it was before it waited. */
    private static final String LOCK =
            "SELECT pg_advisory_xact_lock(hashtextextended('settings.section', hashtext(?)));\n" + FIND;

    private static final String SAVE = """
            INSERT INTO settings.sections AS old (name, version, entries) VALUES (?, 1, jsonb_object(?, ?))
            ON CONFLICT (name) DO UPDATE SET version = old.version + 1, entries = excluded.entries
            RETURNING version
            """;

    private static final String DELETE = """
            UPDATE settings.sections SET version = version + 1, entries = NULL
            WHERE name = ? AND entries IS NOT NULL
            RETURNING version
            """;

    private final Database database;

    public PostgresSettingsRepository(JdbcOperations jdbc) {
        database = new Database(jdbc, SettingsUnavailable::new);
    }

    @Override
    public Optional<Section> find(SectionName name) {
        return database.find(FIND, row -> read(name, row), name.value());
    }

    @Override
    public Optional<Section> lock(SectionName name) {
        return database.find(LOCK, row -> read(name, row), name.value(), name.value());
    }

    @Override
    public Section save(SectionName name, Map<String, String> entries) {
        String[] keys = entries.keySet().toArray(String[]::new);
        String[] values = entries.values().toArray(String[]::new);
        long version = database.find(SAVE, row -> row.getLong("version"), name.value(), keys, values)
                .orElseThrow();
        return new Section(name, entries, version);
    }

    @Override
    public OptionalLong delete(SectionName name) {
        return database.list(DELETE, row -> row.getLong("version"), name.value()).stream()
                .mapToLong(version -> version)
                .findFirst();
    }

    private static Section read(SectionName name, ResultSet row) throws SQLException {
        var keys = (String[]) row.getArray("keys").getArray();
        var values = (String[]) row.getArray("values").getArray();
        var entries = new HashMap<String, String>();
        for (int i = 0; i < keys.length; i++) {
            entries.put(keys[i], values[i]);
        }
        return new Section(name, entries, row.getLong("version"));
    }
}
