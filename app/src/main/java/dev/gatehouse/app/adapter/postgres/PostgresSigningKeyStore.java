package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.model.SigningKey;
import dev.gatehouse.identity.port.SigningKeyStore;
import dev.gatehouse.identity.port.StoreUnavailable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Signing keys as rows, each with its private half sealed. */
public final class PostgresSigningKeyStore implements SigningKeyStore {

    private static final String LIST =
            "SELECT id, state, since, public_key, sealed_private_key FROM identity.signing_keys";

    /**
     * The table, because before the first rotation there is no row to lock; readers are not kept waiting. Two
     * statements in one round trip: a single one would see the keys as they were before it waited for the lock.
     */
    private static final String LOCK = "LOCK TABLE identity.signing_keys IN SHARE ROW EXCLUSIVE MODE; " + LIST;

    private static final String CLEAR = "DELETE FROM identity.signing_keys";

    private static final String INSERT = """
            INSERT INTO identity.signing_keys (id, state, since, public_key, sealed_private_key) VALUES (?, ?, ?, ?, ?)
            """;

    private final Database database;
    private final RowSeal seal;

    public PostgresSigningKeyStore(JdbcOperations jdbc, MasterKey masterKey) {
        database = new Database(jdbc, StoreUnavailable::new);
        seal = new RowSeal(masterKey, "signing-key/v1", "signing key");
    }

    @Override
    public List<SigningKey> list() {
        return database.list(LIST, this::read);
    }

    @Override
    public List<SigningKey> lock() {
        return database.list(LOCK, this::read);
    }

    @Override
    public void replaceAll(List<SigningKey> keys) {
        database.update(CLEAR);
        keys.forEach(this::insert);
    }

    private void insert(SigningKey key) {
        database.update(
                INSERT,
                key.id(),
                key.state(),
                key.since(),
                key.pair().getPublic().getEncoded(),
                seal.seal(key.id(), key.pair().getPrivate().getEncoded()));
    }

    private SigningKey read(ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new SigningKey(
                id,
                SigningKey.State.valueOf(row.getString("state")),
                Database.instant(row, "since"),
                pair(row.getBytes("public_key"), seal.open(id, row.getBytes("sealed_private_key"))));
    }

    private static KeyPair pair(byte[] publicKey, byte[] privateKey) {
        try {
            var factory = KeyFactory.getInstance("EC");
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(publicKey)),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException("a signing key in the database is not an EC key", unreadable);
        }
    }
}
