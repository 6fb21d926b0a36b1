package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.model.RevokedToken;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.RevokedTokens;
import dev.gatehouse.identity.port.StoreUnavailable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Revoked tokens as rows, which stay for a while after their time. */
public final class PostgresRevokedTokens implements RevokedTokens {

    private static final String REVOKE =
            "INSERT INTO identity.revoked_tokens (id, user_id, until) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

    private static final String FIND = "SELECT id, user_id, until FROM identity.revoked_tokens WHERE id = ?";

    /** The statement's time, because a clock that runs on while it is asked cannot be looked up in an index. */
    private static final String LIST_REVOKED = """
            SELECT id, user_id, until FROM identity.revoked_tokens
            WHERE revoked_at > statement_timestamp() - ?::interval
            ORDER BY revoked_at DESC LIMIT 10000
            """;

    private final Database database;

    public PostgresRevokedTokens(JdbcOperations jdbc) {
        this.database = new Database(jdbc, StoreUnavailable::new);
    }

    @Override
    public void revoke(RevokedToken token) {
        database.update(REVOKE, token.id(), token.user().value(), token.until());
    }

    @Override
    public Optional<RevokedToken> find(UUID id) {
        return database.find(FIND, PostgresRevokedTokens::read, id);
    }

    @Override
    public List<RevokedToken> listRevoked(Duration within) {
        return database.list(LIST_REVOKED, PostgresRevokedTokens::read, within.toString());
    }

    private static RevokedToken read(ResultSet row) throws SQLException {
        return new RevokedToken(
                new UserId(row.getObject("user_id", UUID.class)),
                row.getObject("id", UUID.class),
                Database.instant(row, "until"));
    }
}
