package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.events.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.UUID;

/** An event as columns of a row. */
final class EventRow {

    /** What a statement selects, or returns, to be read here. */
    static final String COLUMNS = """
            event_id, type, subject, occurred_at,
            array(SELECT key FROM jsonb_each_text(data)) AS data_names,
            array(SELECT value FROM jsonb_each_text(data)) AS data_values
            """;

    private EventRow() {}

    static Event read(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("data_names").getArray();
        var values = (String[]) row.getArray("data_values").getArray();
        var data = new HashMap<String, String>();
        for (int i = 0; i < names.length; i++) {
            data.put(names[i], values[i]);
        }
        return new Event(
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getObject("subject", UUID.class),
                Database.instant(row, "occurred_at"),
                data);
    }
}
