package dev.gatehouse.identity.port;

import static dev.gatehouse.identity.model.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.SecondFactor;
import dev.gatehouse.identity.model.TotpSecret;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of second factors promises. */
public interface SecondFactorStoreContract {

    SecondFactorStore factors();

    /** The repository of the users whose they are. */
    IUserRepository users();

    /** The store that says with a password whether there is a second factor. */
    CredentialStore credentials();

    /** The unit of work that all take part in. */
    UnitOfWork work();

    private UserId owner() {
        User user = Samples.user();
        users().insert(user);
        return user.id();
    }

    private static SecondFactor waiting(UserId user) {
        byte[] secret = new byte[TotpSecret.BYTES];
        secret[0] = 7;
        secret[19] = -1;
        return SecondFactor.begin(user, UUID.randomUUID(), TotpSecret.of(secret), NOW);
    }

    private SecondFactor saved(SecondFactor factor) {
        return work().run(() -> {
            factors().save(factor);
            return factor;
        });
    }

    private SecondFactor enabled(UserId user) {
        return saved(waiting(user).enable(100, NOW));
    }

    private void list(UserId user, String... digests) {
        work().run(() -> {
            users().lock(user);
            factors().replaceCodes(user, List.of(digests));
            return true;
        });
    }

    @Test
    default void whatWasSavedIsFoundBeItOnOrNot() {
        UserId user = owner();
        assertThat(factors().find(user)).isEmpty();
        SecondFactor waiting = saved(waiting(user));
        assertThat(factors().find(user)).contains(waiting);
        SecondFactor enabled = saved(waiting.enable(123, NOW.plusSeconds(9)));
        assertThat(factors().find(user)).contains(enabled);
        assertThat(factors().find(owner())).isEmpty();
    }

    @Test
    default void aLaterOneReplacesIt() {
        UserId user = owner();
        enabled(user);
        SecondFactor other = saved(waiting(user));
        assertThat(factors().find(user)).contains(other);
    }

    @Test
    default void aFailedUnitLeavesTheOld() {
        UserId user = owner();
        SecondFactor old = enabled(user);
        assertThatThrownBy(() -> work().run(() -> {
                    factors().save(waiting(user));
                    factors().takeCode(user, "none");
                    throw new IllegalStateException("the unit failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(factors().find(user)).contains(old);
    }

    @Test
    default void aStepIsTakenOnceAndNoneBeforeIt() {
        SecondFactor factor = enabled(owner());
        assertThat(factors().takeStep(factor, 100)).isFalse();
        assertThat(factors().takeStep(factor, 102)).isTrue();
        assertThat(factors().takeStep(factor, 102)).isFalse();
        assertThat(factors().takeStep(factor, 101)).isFalse();
        assertThat(factors().takeStep(factor, 103)).isTrue();
        assertThat(factors().find(factor.user()).map(SecondFactor::lastStep)).contains(103L);
        assertThat(factors().find(factor.user()).map(SecondFactor::secret)).contains(factor.secret());
    }

    @Test
    default void ofFiftyThatTakeOneStepAtOnceOneDoes() {
        SecondFactor factor = enabled(owner());
        assertThat(InParallel.run(50, number -> factors().takeStep(factor, 101)))
                .hasSize(50)
                .containsOnlyOnce(true);
    }

    @Test
    default void noStepIsTakenOfOneThatIsNotOnOrAnotherByNow() {
        UserId user = owner();
        SecondFactor waiting = saved(waiting(user));
        assertThat(factors().takeStep(waiting, 101)).isFalse();
        SecondFactor before = enabled(user);
        enabled(user);
        assertThat(factors().takeStep(before, 101)).isFalse();
        factors().remove(user);
        assertThat(factors().takeStep(before, 101)).isFalse();
    }

    @Test
    default void aCodeIsTakenOnceAndOfItsOwnersListAlone() {
        UserId user = owner();
        list(user, "one", "two", "three");
        list(owner(), "four");
        assertThat(factors().countCodes(user)).isEqualTo(3);
        assertThat(factors().takeCode(user, "four")).isEmpty();
        assertThat(factors().takeCode(user, "two")).isEqualTo(OptionalInt.of(2));
        assertThat(factors().takeCode(user, "two")).isEmpty();
        assertThat(factors().takeCode(user, "one")).isEqualTo(OptionalInt.of(1));
        assertThat(factors().takeCode(user, "three")).isEqualTo(OptionalInt.of(0));
        assertThat(factors().countCodes(user)).isZero();
        assertThat(factors().countCodes(Samples.userId())).isZero();
    }

    @Test
    default void ofFiftyThatTakeOneCodeAtOnceOneDoes() {
        UserId user = owner();
        list(user, "one", "two");
        assertThat(InParallel.run(50, number -> factors().takeCode(user, "one").isPresent()))
                .hasSize(50)
                .containsOnlyOnce(true);
        assertThat(factors().countCodes(user)).isEqualTo(1);
    }

    @Test
    default void anotherListTakesThePlaceOfTheOneBefore() {
        UserId user = owner();
        list(user, "one", "two");
        list(user, "two", "three");
        assertThat(factors().takeCode(user, "one")).isEmpty();
        assertThat(factors().takeCode(user, "two")).isEqualTo(OptionalInt.of(1));
        assertThat(factors().takeCode(user, "three")).isEqualTo(OptionalInt.of(0));
    }

    @Test
    default void whatIsRemovedIsGoneWithItsList() {
        UserId user = owner();
        enabled(user);
        list(user, "one");
        assertThat(factors().remove(user)).isTrue();
        assertThat(factors().find(user)).isEmpty();
        assertThat(factors().countCodes(user)).isZero();
        assertThat(factors().remove(user)).isFalse();
        saved(waiting(user));
        assertThat(factors().remove(user)).isFalse();
        assertThat(factors().find(user)).isEmpty();
    }

    @Test
    default void withThePasswordOneLearnsWhetherASecondFactorIsOn() {
        User user = Samples.user();
        users().insert(user);
        var credential = Samples.credential(user);
        work().run(() -> {
            credentials().save(credential);
            return true;
        });
        assertThat(credentials().findByEmail(user.email())).contains(credential);
        saved(waiting(user.id()));
        assertThat(credentials().findByEmail(user.email())).contains(credential);
        enabled(user.id());
        var both = Samples.withSecondFactor(credential);
        assertThat(credentials().findByEmail(user.email())).contains(both);
        assertThat(credentials().findByUser(user.id())).contains(both);
        assertThat(credentials().rehash(both, credential.passwordHash())).isTrue();
        factors().remove(user.id());
        assertThat(credentials().findByUser(user.id())).contains(credential);
    }
}
