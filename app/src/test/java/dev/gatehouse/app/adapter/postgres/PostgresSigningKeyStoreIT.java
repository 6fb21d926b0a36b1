package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.RotateSigningKeys;
import dev.gatehouse.identity.model.KeyRotation;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.SigningKey;
import dev.gatehouse.identity.model.SigningKey.State;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.identity.port.SigningKeyStore;
import dev.gatehouse.identity.port.SigningKeyStoreContract;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PostgresSigningKeyStoreIT implements SigningKeyStoreContract {

    private final PostgresSigningKeyStore keys = new PostgresSigningKeyStore(TestPostgres.jdbc(), Samples.masterKey());
    private final PostgresUnitOfWork work = TestPostgres.unitOfWork();

    @Override
    public SigningKeyStore keys() {
        return keys;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }

    private SigningKey only(State state) {
        SigningKey key = Samples.signingKey(state);
        work.run(() -> {
            keys.replaceAll(List.of(key));
            return true;
        });
        return key;
    }

    @Test
    void thePrivateHalfIsNowhereInTheTable() {
        SigningKey key = only(State.CURRENT);
        String scalar = HexFormat.of()
                .formatHex(((ECPrivateKey) key.pair().getPrivate()).getS().toByteArray());
        String table = String.join("\n", TestPostgres.query("SELECT k::text FROM identity.signing_keys k"));
        String ownHalf = HexFormat.of().formatHex(key.pair().getPublic().getEncoded());
        assertThat(table).contains(ownHalf).doesNotContain(scalar.substring(2, 34));
    }

    @Test
    void theSameKeyIsSealedDifferentlyEachTime() {
        SigningKey key = only(State.CURRENT);
        String sealed = "SELECT sealed_private_key FROM identity.signing_keys";
        String before = TestPostgres.query(sealed).getFirst();
        work.run(() -> {
            keys.replaceAll(List.of(key));
            return true;
        });
        assertThat(TestPostgres.query(sealed)).doesNotContain(before);
    }

    @Test
    void anotherMasterKeyIsToldByName() {
        SigningKey key = only(State.CURRENT);
        MasterKey other = MasterKey.of(Base64.getEncoder().encodeToString(new byte[] {
            1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
        }));
        assertThatThrownBy(() -> new PostgresSigningKeyStore(TestPostgres.jdbc(), other).list())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(key.id())
                .hasMessageContaining("another master key");
    }

    @Test
    void aSealedHalfOpensUnderItsOwnIdOnly() {
        only(State.CURRENT);
        TestPostgres.query("UPDATE identity.signing_keys SET id = 'another'");
        assertThatThrownBy(keys::list).isInstanceOf(IllegalStateException.class).hasMessageContaining("another");
    }

    @Test
    void ofManyInstancesThatMakeTheFirstKeysOneDoes() {
        work.run(() -> {
            keys.replaceAll(List.of());
            return true;
        });
        var rotate = new RotateSigningKeys(
                keys,
                () -> Samples.signingKey(State.NEXT),
                new KeyRotation(Duration.ofDays(90), Duration.ofDays(1)),
                work,
                Clock.systemUTC());
        var results = InParallel.run(8, number -> rotate.handle(new RotateSigningKeys.Command()));
        assertThat(results)
                .filteredOn(RotateSigningKeys.Result.Rotated.class::isInstance)
                .hasSize(1);
        assertThat(keys.list()).extracting(SigningKey::state).containsExactlyInAnyOrder(State.CURRENT, State.NEXT);
    }
}
