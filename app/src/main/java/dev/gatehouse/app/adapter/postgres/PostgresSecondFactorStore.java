package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.model.SealingKeys;
import dev.gatehouse.identity.model.SecondFactor;
import dev.gatehouse.identity.model.TotpSecret;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.NonceGenerator;
import dev.gatehouse.identity.port.SecondFactorStore;
import dev.gatehouse.identity.port.StoreUnavailable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Second factors as rows with a sealed secret, and lists of codes as a row for each code that was not used. */
public final class PostgresSecondFactorStore implements SecondFactorStore {

    private static final String FIND = """
            SELECT user_id, id, last_step, made_at, enabled_at, key_id, sealed_secret
            FROM identity.second_factors WHERE user_id = ?
            """;

    private static final String SAVE = """
            INSERT INTO identity.second_factors (user_id, id, last_step, made_at, enabled_at, key_id, sealed_secret)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (user_id) DO UPDATE SET id = excluded.id, last_step = excluded.last_step,
                made_at = excluded.made_at, enabled_at = excluded.enabled_at, key_id = excluded.key_id,
                sealed_secret = excluded.sealed_secret
            """;

    private static final String TAKE_STEP = """
            UPDATE identity.second_factors SET last_step = ?, key_id = ?, sealed_secret = ?
            WHERE user_id = ? AND id = ? AND enabled_at IS NOT NULL AND last_step < ?
            """;

    private static final String REPLACE_CODES = """
            WITH given AS (SELECT ?::uuid AS user_id, ?::text[] AS digests),
                old AS (
                    DELETE FROM identity.recovery_codes c USING given
                    WHERE c.user_id = given.user_id AND c.digest <> ALL (given.digests))
            INSERT INTO identity.recovery_codes (user_id, digest) SELECT user_id, unnest(digests) FROM given
            ON CONFLICT DO NOTHING
            """;

    /** Both parts see the rows as they were before. */
    private static final String TAKE_CODE = """
            WITH taken AS (DELETE FROM identity.recovery_codes WHERE user_id = ? AND digest = ? RETURNING user_id)
            SELECT (SELECT count(*) FROM identity.recovery_codes c WHERE c.user_id = taken.user_id) - 1 AS left_over FROM taken
            """;

    private static final String COUNT_CODES =
            "SELECT count(*) AS left_over FROM identity.recovery_codes WHERE user_id = ?";

    private static final String REMOVE = """
            WITH codes AS (DELETE FROM identity.recovery_codes WHERE user_id = ?)
            DELETE FROM identity.second_factors WHERE user_id = ? RETURNING enabled_at IS NOT NULL AS was_on
            """;

    private final Database database;
    private final SealingKeys keys;
    private final NonceGenerator nonces;

    public PostgresSecondFactorStore(JdbcOperations jdbc, SealingKeys keys, NonceGenerator nonces) {
        this.database = new Database(jdbc, StoreUnavailable::new);
        this.keys = keys;
        this.nonces = nonces;
    }

    @Override
    public Optional<SecondFactor> find(UserId user) {
        return database.find(FIND, this::read, user.value());
    }

    @Override
    public void save(SecondFactor factor) {
        database.update(
                SAVE,
                factor.user().value(),
                factor.id(),
                factor.lastStep(),
                factor.madeAt(),
                factor.enabledAt(),
                keys.currentId(),
                sealed(factor));
    }

    @Override
    public boolean takeStep(SecondFactor factor, long step) {
        return database.update(
                        TAKE_STEP,
                        step,
                        keys.currentId(),
                        sealed(factor),
                        factor.user().value(),
                        factor.id(),
                        step)
                == 1;
    }

    @Override
    public void replaceCodes(UserId user, Collection<String> digests) {
        database.update(REPLACE_CODES, user.value(), digests.toArray(String[]::new));
    }

    @Override
    public OptionalInt takeCode(UserId user, String digest) {
        return database.list(TAKE_CODE, row -> row.getInt("left_over"), user.value(), digest).stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    @Override
    public int countCodes(UserId user) {
        return database.find(COUNT_CODES, row -> row.getInt("left_over"), user.value())
                .orElseThrow();
    }

    @Override
    public boolean remove(UserId user) {
        return database.find(REMOVE, row -> row.getBoolean("was_on"), user.value(), user.value())
                .orElse(false);
    }

    private byte[] sealed(SecondFactor factor) {
        return keys.seal(factor.secret().bytes(), nonces.next(), context(factor.user(), factor.id()));
    }

    private SecondFactor read(ResultSet row) throws SQLException {
        var user = new UserId(row.getObject("user_id", UUID.class));
        var id = row.getObject("id", UUID.class);
        byte[] secret = keys.open(row.getString("key_id"), row.getBytes("sealed_secret"), context(user, id))
                .orElseThrow(() -> new IllegalStateException(
                        "second factor " + id + " was sealed with a key that is not here, or changed since"));
        return new SecondFactor(
                user,
                id,
                TotpSecret.of(secret),
                row.getLong("last_step"),
                Database.instant(row, "made_at"),
                row.getObject("enabled_at") == null ? null : Database.instant(row, "enabled_at"));
    }

    /** Sealed secrets cannot change places. */
    private static String context(UserId user, UUID id) {
        return user + ":" + id;
    }
}
