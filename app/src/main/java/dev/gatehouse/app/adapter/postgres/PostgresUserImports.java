package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.StoreUnavailable;
import dev.gatehouse.identity.port.UserImports;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows of users and credentials, a page in one statement. */
public final class PostgresUserImports implements UserImports {

    /** In the order of addresses, so that of two who add the same ones neither waits for the other for ever. */
    private static final String INSERT = """
            WITH given AS (
                SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::boolean[], ?::text[], ?::text[], ?::text[])
                    AS given (id, email, email_canonical, email_verified, name, phone, password_hash)
            ), added AS (
                INSERT INTO identity.users (id, email, email_canonical, email_verified, name, phone, phone_verified, role,
                    status, epoch, version, created_at, updated_at)
                SELECT id, email, email_canonical, email_verified, name, phone, false, 'USER', 'ACTIVE', 0, 1, ?, ?
                FROM given ORDER BY email_canonical
                ON CONFLICT (email_canonical) DO NOTHING
                RETURNING id
            )
            INSERT INTO identity.credentials (user_id, password_hash)
            SELECT id, password_hash FROM given JOIN added USING (id)
            """;

    private static final String OWNERS =
            "SELECT id, email_canonical FROM identity.users WHERE email_canonical = ANY (?)";

    private record Owner(UserId id, String canonical) {}

    private final Database database;

    public PostgresUserImports(JdbcOperations jdbc) {
        database = new Database(jdbc, StoreUnavailable::new);
    }

    @Override
    public Map<EmailAddress, UserId> insert(List<Entry> entries) {
        var owners = new HashMap<EmailAddress, UserId>();
        List<Entry> left = entries;
        while (!left.isEmpty()) {
            add(left);
            owners.putAll(owners(left));
            // Somebody had the address, and was deleted between the two statements.
            left = left.stream()
                    .filter(entry -> !owners.containsKey(entry.user().email()))
                    .toList();
        }
        return owners;
    }

    private void add(List<Entry> entries) {
        var now = entries.getFirst().user().createdAt();
        database.update(
                INSERT,
                entries.stream().map(entry -> entry.user().id().value()).toArray(UUID[]::new),
                texts(entries, user -> user.email().address()),
                texts(entries, user -> user.email().canonical()),
                entries.stream().map(entry -> entry.user().emailVerified()).toArray(Boolean[]::new),
                texts(entries, user -> user.name().value()),
                texts(entries, PostgresUserImports::phone),
                entries.stream().map(entry -> entry.passwordHash().phc()).toArray(String[]::new),
                now,
                now);
    }

    private Map<EmailAddress, UserId> owners(List<Entry> entries) {
        var ids = new HashMap<String, UserId>();
        database.list(
                        OWNERS,
                        row -> new Owner(new UserId(row.getObject("id", UUID.class)), row.getString("email_canonical")),
                        (Object) texts(entries, user -> user.email().canonical()))
                .forEach(owner -> ids.put(owner.canonical(), owner.id()));
        var owners = new HashMap<EmailAddress, UserId>();
        for (Entry entry : entries) {
            EmailAddress email = entry.user().email();
            UserId owner = ids.get(email.canonical());
            if (owner != null) {
                owners.put(email, owner);
            }
        }
        return owners;
    }

    private static @Nullable String phone(User user) {
        PhoneNumber phone = user.phone();
        return phone == null ? null : phone.value();
    }

    private static @Nullable String[] texts(List<Entry> entries, Function<User, @Nullable String> text) {
        return entries.stream().map(entry -> text.apply(entry.user())).toArray(String[]::new);
    }
}
