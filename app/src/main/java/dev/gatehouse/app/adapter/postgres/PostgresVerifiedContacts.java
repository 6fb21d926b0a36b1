package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.model.Destination;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.StoreUnavailable;
import dev.gatehouse.identity.port.VerifiedContacts;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who has verified what, from the rows of the users. */
public final class PostgresVerifiedContacts implements VerifiedContacts {

    private static final String BY_EMAIL = """
            SELECT id FROM identity.users
            WHERE email_canonical = ? AND email_verified AND status = 'ACTIVE'
            """;

    private static final String BY_PHONE = """
            SELECT id FROM identity.users
            WHERE phone = ? AND phone_verified AND status = 'ACTIVE' LIMIT 2
            """;

    private final Database database;

    public PostgresVerifiedContacts(JdbcOperations jdbc) {
        database = new Database(jdbc, StoreUnavailable::new);
    }

    @Override
    public Optional<UserId> find(Destination destination) {
        List<UserId> found =
                switch (destination) {
                    case Destination.Mailbox(EmailAddress email) ->
                        database.list(BY_EMAIL, PostgresVerifiedContacts::id, email.canonical());
                    case Destination.Telephone(PhoneNumber number) ->
                        database.list(BY_PHONE, PostgresVerifiedContacts::id, number.value());
                };
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static UserId id(ResultSet row) throws SQLException {
        return new UserId(row.getObject("id", UUID.class));
    }
}
