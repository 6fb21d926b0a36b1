package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of credentials promises. */
public interface CredentialStoreContract {

    CredentialStore credentials();

    /** The repository of the users whose credentials these are. */
    IUserRepository users();

    /** The unit of work that both take part in. */
    UnitOfWork work();

    private User owner() {
        User user = Samples.user();
        users().insert(user);
        return user;
    }

    private Credential saved(Credential credential) {
        return work().run(() -> {
            credentials().save(credential);
            return credential;
        });
    }

    private static Credential credential(User user, String tag) {
        return new Credential(user.id(), new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$" + tag));
    }

    @Test
    default void whatWasSavedIsFoundByUserAndByAddress() {
        User user = owner();
        Credential credential = saved(credential(user, "dGFn"));
        assertThat(credentials().findByUser(user.id())).contains(credential);
        assertThat(credentials().findByEmail(user.email())).contains(credential);
    }

    @Test
    default void anySpellingOfTheAddressFindsIt() {
        User user = owner();
        Credential credential = saved(credential(user, "dGFn"));
        String shouted = user.email().address().toUpperCase(Locale.ROOT);
        assertThat(credentials().findByEmail(EmailAddress.of(shouted))).contains(credential);
    }

    @Test
    default void aUserWithoutAPasswordHasNone() {
        User user = owner();
        assertThat(credentials().findByUser(user.id())).isEmpty();
        assertThat(credentials().findByEmail(user.email())).isEmpty();
    }

    @Test
    default void nobodyHasNone() {
        assertThat(credentials().findByUser(Samples.userId())).isEmpty();
        assertThat(credentials().findByEmail(Samples.email())).isEmpty();
    }

    @Test
    default void aLaterOneReplacesIt() {
        User user = owner();
        saved(credential(user, "b2xk"));
        Credential later = saved(credential(user, "bmV3"));
        assertThat(credentials().findByUser(user.id())).contains(later);
        assertThat(credentials().findByEmail(user.email())).contains(later);
    }

    @Test
    default void oneUsersCredentialIsNoOtherUsers() {
        User user = owner();
        User other = owner();
        Credential credential = saved(credential(user, "b25l"));
        saved(credential(other, "b3RoZXI"));
        assertThat(credentials().findByUser(user.id())).contains(credential);
    }

    @Test
    default void aUnitSeesItsOwnAndAFailedOneLeavesTheOld() {
        User user = owner();
        Credential old = saved(credential(user, "b2xk"));
        assertThatThrownBy(() -> work().run(() -> {
                    Credential next = credential(user, "bmV3");
                    credentials().save(next);
                    assertThat(credentials().findByUser(user.id())).contains(next);
                    throw new IllegalStateException("the unit failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(credentials().findByUser(user.id())).contains(old);
    }

    @Test
    default void anotherHashTakesThePlaceOfTheOneExpectedAndOfNoOther() {
        User user = owner();
        Credential old = saved(credential(user, "b2xk"));
        Credential next = credential(user, "bmV3");
        assertThat(credentials().rehash(next, next.passwordHash())).isFalse();
        assertThat(credentials().findByUser(user.id())).contains(old);
        assertThat(credentials().rehash(old, next.passwordHash())).isTrue();
        assertThat(credentials().findByUser(user.id())).contains(next);
        assertThat(credentials().rehash(old, next.passwordHash())).isFalse();
    }

    @Test
    default void ofManyOtherHashesAtOnceOneTakesThePlace() {
        User user = owner();
        Credential old = saved(credential(user, "b2xk"));
        var won = InParallel.run(20, number -> credentials()
                .rehash(old, credential(user, "bmV3" + number).passwordHash()));
        assertThat(won).containsOnlyOnce(true);
        assertThat(credentials().findByUser(user.id())).contains(credential(user, "bmV3" + won.indexOf(true)));
    }

    @Test
    default void nobodyHasNothingToHashAgain() {
        User user = owner();
        Credential none = credential(user, "b2xk");
        assertThat(credentials().rehash(none, none.passwordHash())).isFalse();
        assertThat(credentials().findByUser(user.id())).isEmpty();
    }

    @Test
    default void itIsSavedInTheUnitThatMakesItsUser() {
        User user = Samples.user();
        Credential credential = credential(user, "dGFn");
        work().run(() -> {
            users().insert(user);
            credentials().save(credential);
            return true;
        });
        assertThat(credentials().findByEmail(user.email())).contains(credential);
    }

    @Test
    default void parallelFirstSavesAllSucceedAndOneStays() {
        User user = owner();
        var rivals = IntStream.range(0, 20)
                .mapToObj(n -> credential(user, "dGFn" + n))
                .toList();
        InParallel.run(20, number -> saved(rivals.get(number)));
        assertThat(credentials().findByUser(user.id()))
                .hasValueSatisfying(left -> assertThat(rivals).contains(left));
    }
}
