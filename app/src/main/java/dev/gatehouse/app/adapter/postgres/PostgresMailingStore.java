package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.model.Mailing;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.MailingStore;
import dev.gatehouse.identity.port.StoreUnavailable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Mailings as rows, one for each user and purpose. */
public final class PostgresMailingStore implements MailingStore {

    private static final String COLUMNS = "user_id, purpose, email, email_canonical, digest, expires_at";

    private static final String PUT = "INSERT INTO identity.mailings (" + COLUMNS + """
            ) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (user_id, purpose) DO UPDATE
            SET email = excluded.email, email_canonical = excluded.email_canonical, digest = excluded.digest,
                expires_at = excluded.expires_at
            """;

    private static final String FIND =
            "SELECT " + COLUMNS + " FROM identity.mailings WHERE user_id = ? AND purpose = ?";

    private static final String FIND_BY_DIGEST = "SELECT " + COLUMNS + " FROM identity.mailings WHERE digest = ?";

    private static final String TAKE = "DELETE FROM identity.mailings WHERE user_id = ? AND purpose = ? AND digest = ?";

    private static final String REMOVE = "DELETE FROM identity.mailings WHERE user_id = ? AND purpose = ANY (?)";

    private final Database database;

    public PostgresMailingStore(JdbcOperations jdbc) {
        database = new Database(jdbc, StoreUnavailable::new);
    }

    @Override
    public void put(Mailing mailing) {
        database.update(
                PUT,
                mailing.user().value(),
                mailing.purpose(),
                mailing.email().address(),
                mailing.email().canonical(),
                mailing.digest(),
                mailing.expiresAt());
    }

    @Override
    public Optional<Mailing> find(UserId user, MailPurpose purpose) {
        return database.find(FIND, PostgresMailingStore::read, user.value(), purpose);
    }

    @Override
    public Optional<Mailing> findByDigest(String digest) {
        return database.find(FIND_BY_DIGEST, PostgresMailingStore::read, digest);
    }

    @Override
    public boolean take(Mailing mailing) {
        return database.update(TAKE, mailing.user().value(), mailing.purpose(), mailing.digest()) == 1;
    }

    @Override
    public void remove(UserId user, Set<MailPurpose> purposes) {
        String[] names = purposes.stream().map(Enum::name).toArray(String[]::new);
        database.update(REMOVE, user.value(), names);
    }

    private static Mailing read(ResultSet row) throws SQLException {
        return new Mailing(
                new UserId(row.getObject("user_id", UUID.class)),
                MailPurpose.valueOf(row.getString("purpose")),
                new EmailAddress(row.getString("email"), row.getString("email_canonical")),
                row.getString("digest"),
                Database.instant(row, "expires_at"));
    }
}
