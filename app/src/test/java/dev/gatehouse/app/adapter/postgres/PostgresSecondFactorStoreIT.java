package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.app.adapter.random.RandomNonceGenerator;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.SealingKeys;
import dev.gatehouse.identity.model.SecondFactor;
import dev.gatehouse.identity.model.TotpSecret;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.CredentialStore;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.SecondFactorStore;
import dev.gatehouse.identity.port.SecondFactorStoreContract;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PostgresSecondFactorStoreIT implements SecondFactorStoreContract {

    private final PostgresSecondFactorStore factors = store(key(1));
    private final PostgresUserRepository users = new PostgresUserRepository(TestPostgres.jdbc());
    private final PostgresCredentialStore credentials = new PostgresCredentialStore(TestPostgres.jdbc());
    private final PostgresUnitOfWork work = TestPostgres.unitOfWork();

    private static MasterKey key(int number) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) number;
        return MasterKey.of(Base64.getEncoder().encodeToString(bytes));
    }

    private static PostgresSecondFactorStore store(MasterKey... keys) {
        return new PostgresSecondFactorStore(
                TestPostgres.jdbc(),
                SealingKeys.of(List.of(keys), "second-factor/v1"),
                new RandomNonceGenerator(new SecureRandom()));
    }

    @Override
    public SecondFactorStore factors() {
        return factors;
    }

    @Override
    public IUserRepository users() {
        return users;
    }

    @Override
    public CredentialStore credentials() {
        return credentials;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }

    private SecondFactor enabled() {
        User user = Samples.user();
        users.insert(user);
        byte[] secret = new byte[TotpSecret.BYTES];
        new SecureRandom().nextBytes(secret);
        var factor = SecondFactor.begin(user.id(), UUID.randomUUID(), TotpSecret.of(secret), Samples.NOW)
                .enable(100, Samples.NOW);
        factors.save(factor);
        return factor;
    }

    private static List<String> column(String column, SecondFactor factor) {
        return TestPostgres.query(
                "SELECT %s FROM identity.second_factors WHERE user_id = '%s'".formatted(column, factor.user()));
    }

    @Test
    void theSecretIsNowhereInTheTableAndNeverSealedAlike() {
        SecondFactor factor = enabled();
        List<String> before = column("sealed_secret", factor);
        factors.save(factor);
        assertThat(column("sealed_secret", factor)).isNotEqualTo(before);
        assertThat(Stream.concat(before.stream(), column("second_factors::text", factor).stream()))
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain(
                                HexFormat.of().formatHex(factor.secret().bytes()),
                                factor.secret().base32()));
    }

    @Test
    void aKeyIsChangedByBeingPutFirstAndGoesOnceEverySecretWasUsed() {
        SecondFactor factor = enabled();
        List<String> old = column("key_id", factor);
        var both = store(key(2), key(1));
        assertThat(both.find(factor.user())).contains(factor);
        assertThat(column("key_id", factor)).isEqualTo(old);

        assertThat(both.takeStep(factor, 101)).isTrue();

        assertThat(column("key_id", factor)).isNotEqualTo(old);
        assertThat(store(key(2)).find(factor.user()).map(SecondFactor::secret)).contains(factor.secret());
    }

    @Test
    void whoseKeyIsLostCanBeRemovedAndNotBeOpened() {
        SecondFactor factor = enabled();
        var other = store(key(3));
        assertThatThrownBy(() -> other.find(factor.user()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sealed with a key that is not here");
        assertThat(other.remove(factor.user())).isTrue();
        assertThat(other.find(factor.user())).isEmpty();
    }

    @Test
    void aSealedSecretThatChangedPlacesIsNotOpened() {
        SecondFactor one = enabled();
        SecondFactor other = enabled();
        TestPostgres.query("UPDATE identity.second_factors SET sealed_secret = (SELECT sealed_secret"
                + " FROM identity.second_factors WHERE user_id = '%s') WHERE user_id = '%s'"
                        .formatted(one.user(), other.user()));
        assertThat(factors.find(one.user())).contains(one);
        assertThatThrownBy(() -> factors.find(other.user())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void withTheirUserAllOfItGoes() {
        SecondFactor factor = enabled();
        factors.replaceCodes(factor.user(), List.of("one"));
        TestPostgres.query("DELETE FROM identity.users WHERE id = '%s'".formatted(factor.user()));
        assertThat(factors.find(factor.user())).isEmpty();
        assertThat(factors.countCodes(factor.user())).isZero();
    }
}
