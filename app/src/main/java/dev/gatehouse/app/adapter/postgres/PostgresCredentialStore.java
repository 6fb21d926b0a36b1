package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.CredentialStore;
import dev.gatehouse.identity.port.StoreUnavailable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Credentials as rows of their own, away from users. */
public final class PostgresCredentialStore implements CredentialStore {

    private static final String FIND_BY_EMAIL = """
            SELECT c.user_id, c.password_hash, f.user_id IS NOT NULL AS second_factor
            FROM identity.credentials c JOIN identity.users u ON u.id = c.user_id
                LEFT JOIN identity.second_factors f ON f.user_id = c.user_id AND f.enabled_at IS NOT NULL
            WHERE u.email_canonical = ?
            """;

    private static final String FIND_BY_USER = """
            SELECT c.user_id, c.password_hash, f.user_id IS NOT NULL AS second_factor
            FROM identity.credentials c
                LEFT JOIN identity.second_factors f ON f.user_id = c.user_id AND f.enabled_at IS NOT NULL
            WHERE c.user_id = ?
            """;

    private static final String SAVE = """
            INSERT INTO identity.credentials (user_id, password_hash) VALUES (?, ?)
            ON CONFLICT (user_id) DO UPDATE SET password_hash = excluded.password_hash
            """;

    private static final String REHASH =
            "UPDATE identity.credentials SET password_hash = ? WHERE user_id = ? AND password_hash = ?";

    private final Database database;

    public PostgresCredentialStore(JdbcOperations jdbc) {
        database = new Database(jdbc, StoreUnavailable::new);
    }

    @Override
    public Optional<Credential> findByEmail(EmailAddress email) {
        return database.find(FIND_BY_EMAIL, PostgresCredentialStore::read, email.canonical());
    }

    @Override
    public Optional<Credential> findByUser(UserId user) {
        return database.find(FIND_BY_USER, PostgresCredentialStore::read, user.value());
    }

    @Override
    public boolean rehash(Credential expected, PasswordHash hash) {
        return database.update(
                        REHASH,
                        hash.phc(),
                        expected.user().value(),
                        expected.passwordHash().phc())
                == 1;
    }

    @Override
    public void save(Credential credential) {
        database.update(
                SAVE, credential.user().value(), credential.passwordHash().phc());
    }

    private static Credential read(ResultSet row) throws SQLException {
        return new Credential(
                new UserId(row.getObject("user_id", UUID.class)),
                new PasswordHash(row.getString("password_hash")),
                row.getBoolean("second_factor"));
    }
}
