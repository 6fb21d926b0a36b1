package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.model.AvatarId;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.UserPage;
import dev.gatehouse.identity.model.UserPlace;
import dev.gatehouse.identity.model.UserSearch;
import dev.gatehouse.identity.model.UserStatus;
import dev.gatehouse.identity.port.EmailTaken;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.StaleVersion;
import dev.gatehouse.identity.port.StoreUnavailable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Users as rows. */
public final class PostgresUserRepository implements IUserRepository {

    private static final String COLUMNS = """
            id, email, email_canonical, email_verified, name, phone, phone_verified, avatar_id, role, status, epoch,
            version, created_at, updated_at
            """;

    /** No error for a taken address: it would end the transaction, and write the address to the server's log. */
    private static final String INSERT = "INSERT INTO identity.users (" + COLUMNS + """
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (email_canonical) DO NOTHING
            """;

    private static final String FIND = "SELECT " + COLUMNS + " FROM identity.users WHERE id = ?";

    private static final String FIND_BY_EMAIL = "SELECT " + COLUMNS + " FROM identity.users WHERE email_canonical = ?";

    private static final String FIND_ALL = "SELECT " + COLUMNS + " FROM identity.users WHERE id = ANY (?) ORDER BY id";

    /** NO KEY, so that a row that refers to the user can be inserted meanwhile. */
    private static final String LOCK = FIND + " FOR NO KEY UPDATE";

    private static final String SAVE = """
            UPDATE identity.users
            SET email = ?, email_canonical = ?, email_verified = ?, name = ?, phone = ?, phone_verified = ?, avatar_id = ?,
                role = ?, status = ?, epoch = ?, updated_at = ?, version = version + 1
            WHERE id = ? AND version = ?
            RETURNING
            """ + COLUMNS;

    /** The rest goes with the user, because it refers to them. */
    private static final String DELETE = """
            WITH forgotten AS (
                UPDATE identity.sessions SET device_id = NULL, device_name = NULL, user_agent = '', address = ''
                WHERE user_id = ? AND ended_at IS NOT NULL
            )
            DELETE FROM identity.users WHERE id = ?
            RETURNING
            """ + COLUMNS;

    private final Database database;

    public PostgresUserRepository(JdbcOperations jdbc) {
        database = new Database(jdbc, StoreUnavailable::new);
    }

    @Override
    public void insert(User user) {
        int inserted = database.update(
                INSERT,
                user.id().value(),
                user.email().address(),
                user.email().canonical(),
                user.emailVerified(),
                user.name().value(),
                value(user.phone()),
                user.phoneVerified(),
                value(user.avatar()),
                user.role(),
                user.status(),
                user.epoch(),
                user.version(),
                user.createdAt(),
                user.updatedAt());
        if (inserted == 0) {
            throw new EmailTaken();
        }
    }

    @Override
    public Optional<User> findById(UserId id) {
        return database.find(FIND, PostgresUserRepository::read, id.value());
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        return database.find(FIND_BY_EMAIL, PostgresUserRepository::read, email.canonical());
    }

    @Override
    public List<User> findAll(Collection<UserId> ids) {
        UUID[] wanted = ids.stream().map(UserId::value).toArray(UUID[]::new);
        return database.list(FIND_ALL, PostgresUserRepository::read, (Object) wanted);
    }

    @Override
    public UserPage list(UserSearch search, @Nullable UserPlace after, int limit) {
        // One more than is shown tells whether there is another page.
        var query = UserListQuery.of(search, after, limit + 1);
        return UserPage.of(database.list(query.sql(), UserListQuery::read, query.arguments()), limit);
    }

    @Override
    public Optional<User> lock(UserId id) {
        return database.find(LOCK, PostgresUserRepository::read, id.value());
    }

    @Override
    public User save(User user) {
        try {
            return update(user);
        } catch (IllegalStateException refused) {
            // The one refusal that is no bug: two users at once, or one after the other, want the same address.
            throw Outage.isTaken(refused) ? new EmailTaken() : refused;
        }
    }

    @Override
    public Optional<User> delete(UserId id) {
        return database.find(DELETE, PostgresUserRepository::read, id.value(), id.value());
    }

    private User update(User user) {
        return database.find(
                        SAVE,
                        PostgresUserRepository::read,
                        user.email().address(),
                        user.email().canonical(),
                        user.emailVerified(),
                        user.name().value(),
                        value(user.phone()),
                        user.phoneVerified(),
                        value(user.avatar()),
                        user.role(),
                        user.status(),
                        user.epoch(),
                        user.updatedAt(),
                        user.id().value(),
                        user.version())
                .orElseThrow(StaleVersion::new);
    }

    private static @Nullable String value(@Nullable PhoneNumber phone) {
        return phone == null ? null : phone.value();
    }

    private static @Nullable UUID value(@Nullable AvatarId avatar) {
        return avatar == null ? null : avatar.value();
    }

    private static User read(ResultSet row) throws SQLException {
        String phone = row.getString("phone");
        UUID avatar = row.getObject("avatar_id", UUID.class);
        return new User(
                new UserId(row.getObject("id", UUID.class)),
                new EmailAddress(row.getString("email"), row.getString("email_canonical")),
                row.getBoolean("email_verified"),
                new PersonName(row.getString("name")),
                phone == null ? null : new PhoneNumber(phone),
                row.getBoolean("phone_verified"),
                avatar == null ? null : new AvatarId(avatar),
                Role.valueOf(row.getString("role")),
                UserStatus.valueOf(row.getString("status")),
                row.getLong("epoch"),
                row.getLong("version"),
                Database.instant(row, "created_at"),
                Database.instant(row, "updated_at"));
    }
}
