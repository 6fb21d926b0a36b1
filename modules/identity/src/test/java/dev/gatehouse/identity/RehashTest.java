package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.identity.port.PasswordHasherBusy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A hash that is not made any more as it was becomes one of today when its password is given, and at no other time. */
final class RehashTest {

    private static final Password WRONG = Password.of("wrong horse battery staple");

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();
    private final PasswordHash old = hash();

    private PasswordHash hash() {
        return identity.credentials.findByUser(user.id()).orElseThrow().passwordHash();
    }

    private int hashesOf(EmailAddress email, Password password) {
        int before = identity.hasher.hashes();
        identity.logIn.handle(new LogIn.Command(email, password, Samples.device()));
        return identity.hasher.hashes() - before;
    }

    @Test
    void theRightPasswordMakesItOneOfToday() {
        identity.hasher.version(2);
        assertThat(hashesOf(user.email(), Samples.password())).isEqualTo(2);
        assertThat(identity.hasher.isCurrent(hash())).isTrue();
        assertThat(hashesOf(user.email(), Samples.password())).isEqualTo(1);
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressCostOneHashAsEver() {
        identity.hasher.version(2);
        assertThat(hashesOf(user.email(), WRONG)).isEqualTo(1);
        assertThat(hashesOf(Samples.email(), WRONG)).isEqualTo(1);
        assertThat(hash()).isEqualTo(old);
    }

    @Test
    void logInsAtOnceAllSucceedAndOneOfTheirHashesStays() {
        identity.hasher.version(2);
        var results = InParallel.run(5, number -> identity.loggedIn(user, Samples.password()));
        assertThat(results).allMatch(LogIn.Result.LoggedIn.class::isInstance);
        assertThat(identity.hasher.isCurrent(hash())).isTrue();
    }

    @Test
    void aPasswordThatWasChangedMeanwhileIsNotPutBack() {
        identity.hasher.version(2);
        var replacement = identity.hasher.hash(WRONG);
        var calls = new AtomicInteger();
        identity.hasher.meanwhile(() -> {
            if (calls.incrementAndGet() == 2) {
                identity.credentials.save(new Credential(user.id(), replacement));
            }
        });
        assertThat(identity.loggedIn(user, Samples.password())).isInstanceOf(LogIn.Result.LoggedIn.class);
        assertThat(hash()).isEqualTo(replacement);
    }

    @Test
    void whereThereIsNoRoomForAnotherHashTheLogInSucceedsWithoutIt() {
        identity.hasher.version(2);
        var calls = new AtomicInteger();
        identity.hasher.meanwhile(() -> {
            if (calls.incrementAndGet() == 2) {
                throw new PasswordHasherBusy();
            }
        });
        assertThat(identity.loggedIn(user, Samples.password())).isInstanceOf(LogIn.Result.LoggedIn.class);
        assertThat(hash()).isEqualTo(old);
    }

    @Test
    void aLogInMeanwhileDoesNotUndoWhatWasVerified() {
        SignedIn signedIn = identity.signedIn(user);
        identity.hasher.version(2);
        var calls = new AtomicInteger();
        identity.hasher.meanwhile(() -> {
            if (calls.incrementAndGet() == 2) {
                identity.loggedIn(user, Samples.password());
            }
        });
        var changed = identity.changePassword.handle(new ChangePassword.Command(
                InMemoryIdentity.caller(signedIn), Samples.password(), new NewPassword(WRONG), "", "192.0.2.1"));
        assertThat(changed).isInstanceOf(ChangePassword.Result.Changed.class);
    }
}
