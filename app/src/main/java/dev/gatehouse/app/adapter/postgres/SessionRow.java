package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.model.AuthMethod;
import dev.gatehouse.identity.model.Device;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.Proof;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.UUID;

/** Reads what the model says of a session from a row, as much as was asked for. */
final class SessionRow {

    private SessionRow() {}

    static Session read(ResultSet row) throws SQLException {
        String ended = row.getString("ended_reason");
        return new Session(
                id(row),
                user(row),
                row.getLong("epoch"),
                row.getLong("counter"),
                readDevice(row),
                Database.instant(row, "created_at"),
                Database.instant(row, "rotated_at"),
                Database.instant(row, "refresh_until"),
                Database.instant(row, "expires_at"),
                ended == null ? null : EndReason.valueOf(ended),
                readProof(row));
    }

    /** As they are kept: by name. */
    static String[] methods(Session session) {
        return session.proof().methods().stream().map(AuthMethod::name).toArray(String[]::new);
    }

    private static Proof readProof(ResultSet row) throws SQLException {
        var methods = EnumSet.noneOf(AuthMethod.class);
        for (String name : (String[]) row.getArray("methods").getArray()) {
            methods.add(AuthMethod.valueOf(name));
        }
        return new Proof(methods, Database.instant(row, "proven_at"));
    }

    static LiveSession readLive(ResultSet row) throws SQLException {
        return new LiveSession(
                id(row),
                user(row),
                row.getLong("epoch"),
                Role.valueOf(row.getString("role")),
                Database.instant(row, "refresh_until"));
    }

    static EndedSession readEnded(ResultSet row) throws SQLException {
        return new EndedSession(user(row), id(row));
    }

    private static Device readDevice(ResultSet row) throws SQLException {
        return new Device(
                row.getString("device_id"),
                row.getString("device_name"),
                row.getString("user_agent"),
                row.getString("address"));
    }

    private static SessionId id(ResultSet row) throws SQLException {
        return new SessionId(row.getObject("id", UUID.class));
    }

    private static UserId user(ResultSet row) throws SQLException {
        return new UserId(row.getObject("user_id", UUID.class));
    }
}
