package dev.gatehouse.app.journey;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database, past the application: the shared one where no other is named. */
final class Sql {

    private Sql() {}

    /** The first column of every row, as text. */
    static List<String> column(String query, Object... arguments) {
        return column(Gatehouse.sharedServers(), query, arguments);
    }

    /** The first column of every row, as text. */
    static List<String> column(Gatehouse.Servers servers, String query, Object... arguments) {
        var postgres = servers.postgres();
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), "gatehouse", postgres.password());
                var statement = connection.prepareStatement(query)) {
            for (int at = 0; at < arguments.length; at++) {
                statement.setObject(at + 1, arguments[at]);
            }
            var values = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(String.valueOf(rows.getString(1)));
                }
            }
            return values;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The whole row of a user, as text. */
    static List<String> user(String id) {
        return column("SELECT u::text FROM identity.users u WHERE id = ?::uuid", id);
    }
}
