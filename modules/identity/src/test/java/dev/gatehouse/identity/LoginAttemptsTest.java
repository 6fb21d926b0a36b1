package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.CookieJar;
import dev.gatehouse.identity.model.Device;
import dev.gatehouse.identity.model.DeviceCookie;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.InParallel;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An account has five attempts within a quarter of an hour, however many come at once, and its devices five more. */
final class LoginAttemptsTest {

    private static final Password WRONG = Password.of("wrong horse battery staple");
    private static final Device PHONE = device("019b7ca9-4b1e-4d3a-8c5f-7e8d9a0b1c2d");
    private static final Device STRANGE = device("019b7ca9-0000-4d3a-8c5f-7e8d9a0b1c2d");

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();

    private static Device device(String id) {
        return new Device(id, "Ada’s phone", "Browser/1.0", "192.0.2.1");
    }

    private LogIn.Result logIn(EmailAddress email, Password password, Device device) {
        return identity.logIn.handle(new LogIn.Command(email, password, device));
    }

    private LogIn.Result logIn(EmailAddress email, Password password) {
        return logIn(email, password, Samples.device());
    }

    /** Makes the phone a known device. */
    private void logInFromPhone() {
        assertThat(logIn(user.email(), Samples.password(), PHONE)).isInstanceOf(LogIn.Result.LoggedIn.class);
    }

    private LogIn.Result logIn(Password password) {
        return logIn(user.email(), password);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(logIn(WRONG)).isInstanceOf(LogIn.Result.InvalidCredentials.class);
        }
    }

    @Test
    void ofFiftyWrongPasswordsAtOnceFiveAreLookedAt() {
        int before = identity.hasher.hashes();
        List<LogIn.Result> results = InParallel.run(50, number -> logIn(WRONG));
        assertThat(identity.hasher.hashes() - before).isEqualTo(5);
        assertThat(results).filteredOn(LogIn.Result.Locked.class::isInstance).hasSize(45);
    }

    @Test
    void theRightPasswordIsNotLookedAtEitherUntilTheTimeIsOver() {
        fail(5);
        assertThat(logIn(Samples.password())).isEqualTo(new LogIn.Result.Locked(Duration.ofMinutes(15)));
        identity.clock.advance(Duration.ofMinutes(15));
        assertThat(logIn(Samples.password())).isInstanceOf(LogIn.Result.LoggedIn.class);
    }

    @Test
    void whatDidNotFailIsGivenBack() {
        fail(4);
        for (int i = 0; i < 20; i++) {
            assertThat(logIn(Samples.password())).isInstanceOf(LogIn.Result.LoggedIn.class);
            identity.clock.advance(Duration.ofSeconds(1));
        }
        fail(1);
        assertThat(logIn(WRONG)).isInstanceOf(LogIn.Result.Locked.class);
    }

    @Test
    void anAttemptThatCameToNoEndIsGivenBack() {
        identity.hasher.meanwhile(() -> {
            throw new IllegalStateException("told to fail");
        });
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> logIn(WRONG)).isInstanceOf(IllegalStateException.class);
            identity.clock.advance(Duration.ofSeconds(1));
        }
        identity.hasher.meanwhile(() -> {});
        fail(1);
    }

    @Test
    void allSpellingsOfAnAddressAreOneAccountAndAnotherIsAnother() {
        fail(3);
        EmailAddress shouted = EmailAddress.of(user.email().address().toUpperCase(Locale.ROOT));
        logIn(shouted, WRONG);
        logIn(shouted, WRONG);
        assertThat(logIn(WRONG)).isInstanceOf(LogIn.Result.Locked.class);
        assertThat(logIn(identity.member().email(), Samples.password())).isInstanceOf(LogIn.Result.LoggedIn.class);
    }

    @Test
    void anAddressThatNobodyHasIsLockedLikeAnyOther() {
        EmailAddress nobodys = Samples.email();
        for (int i = 0; i < 5; i++) {
            assertThat(logIn(nobodys, WRONG)).isInstanceOf(LogIn.Result.InvalidCredentials.class);
        }
        assertThat(logIn(nobodys, WRONG)).isEqualTo(new LogIn.Result.Locked(Duration.ofMinutes(15)));
    }

    @Test
    void ofFortyNineWrongPasswordsAndTheRightOneAtOnceFiveAreLookedAt() {
        int before = identity.hasher.hashes();
        List<LogIn.Result> results = InParallel.run(50, number -> logIn(number == 25 ? Samples.password() : WRONG));
        assertThat(identity.hasher.hashes() - before).isEqualTo(5);
        assertThat(results).filteredOn(LogIn.Result.Locked.class::isInstance).hasSize(45);
    }

    @Test
    void withinASecondNoSixthIsLookedAtAlsoWhereOneWasRight() {
        fail(4);
        assertThat(logIn(Samples.password())).isInstanceOf(LogIn.Result.LoggedIn.class);
        assertThat(logIn(WRONG)).isEqualTo(new LogIn.Result.Locked(Duration.ofSeconds(1)));
        identity.clock.advance(Duration.ofSeconds(1));
        fail(1);
    }

    @Test
    void whoeverUsesUpTheAttemptsOfStrangersLocksNoKnownDeviceOut() {
        logInFromPhone();
        identity.clock.advance(Duration.ofSeconds(1));
        fail(5);
        assertThat(logIn(Samples.password())).isInstanceOf(LogIn.Result.Locked.class);
        assertThat(logIn(user.email(), Samples.password(), STRANGE)).isInstanceOf(LogIn.Result.Locked.class);
        logInFromPhone();
    }

    @Test
    void knownDevicesHaveFiveAttemptsTooAndUseUpNobodyElses() {
        logInFromPhone();
        int before = identity.hasher.hashes();
        List<LogIn.Result> results = InParallel.run(50, number -> logIn(user.email(), WRONG, PHONE));
        assertThat(identity.hasher.hashes() - before).isEqualTo(5);
        assertThat(results).filteredOn(LogIn.Result.Locked.class::isInstance).hasSize(45);
        assertThat(logIn(user.email(), Samples.password(), PHONE)).isInstanceOf(LogIn.Result.Locked.class);
        assertThat(logIn(Samples.password())).isInstanceOf(LogIn.Result.LoggedIn.class);
    }

    @Test
    void fiftyRightPasswordsAtOnceFromKnownDevicesAllLogIn() {
        logInFromPhone();
        assertThat(InParallel.run(50, number -> logIn(user.email(), Samples.password(), PHONE)))
                .allMatch(LogIn.Result.LoggedIn.class::isInstance);
    }

    @Test
    void aDeviceIdThatCanBeGuessedIsNoKnownDevice() {
        Device guessable = device("iphone-of-ada");
        assertThat(logIn(user.email(), Samples.password(), guessable)).isInstanceOf(LogIn.Result.LoggedIn.class);
        identity.clock.advance(Duration.ofSeconds(1));
        fail(5);
        assertThat(logIn(user.email(), Samples.password(), guessable)).isInstanceOf(LogIn.Result.Locked.class);
    }

    @Test
    void aBrowserIsKnownByItsCookieAloneAndAMadeUpOneIsNone() {
        Device browser = new Device(null, null, "Browser/1.0", "192.0.2.1");
        var first = (LogIn.Result.LoggedIn) identity.logIn.handle(
                new LogIn.Command(user.email(), Samples.password(), browser, CookieJar.with(null)));
        identity.clock.advance(Duration.ofSeconds(1));
        fail(5);

        var given = CookieJar.with(DeviceCookie.first(first.signedIn().session().id()));
        var other = CookieJar.with(new DeviceCookie(UUID.randomUUID()));
        assertThat(identity.logIn.handle(new LogIn.Command(user.email(), Samples.password(), browser, given)))
                .isInstanceOf(LogIn.Result.LoggedIn.class);
        assertThat(identity.logIn.handle(new LogIn.Command(user.email(), Samples.password(), browser, other)))
                .isInstanceOf(LogIn.Result.Locked.class);
    }

    @Test
    void whetherADeviceIsKnownIsLookedUpForAnAddressThatNobodyHasToo() {
        int before = identity.knownDevices.lookUps();
        logIn(user.email(), WRONG, STRANGE);
        logIn(Samples.email(), WRONG, STRANGE);
        assertThat(identity.knownDevices.lookUps() - before).isEqualTo(2);
    }

    @Test
    void eachFurtherLockLastsTwiceAsLongUpToFourHours() {
        for (int minutes : List.of(15, 30, 60, 120, 240, 240)) {
            fail(5);
            Duration lock = Duration.ofMinutes(minutes);
            assertThat(logIn(WRONG)).isEqualTo(new LogIn.Result.Locked(lock));
            identity.clock.advance(lock);
        }
    }

    @Test
    void aLockIsForgottenWithADayWithoutAnother() {
        fail(5);
        identity.clock.advance(Duration.ofDays(1).plusMinutes(1));
        fail(5);
        assertThat(logIn(WRONG)).isEqualTo(new LogIn.Result.Locked(Duration.ofMinutes(15)));
    }

    @Test
    void rightPasswordsAloneNeverLock() {
        for (int i = 0; i < 20; i++) {
            InParallel.run(10, number -> logIn(Samples.password()));
            identity.clock.advance(Duration.ofSeconds(1));
        }
        assertThat(logIn(Samples.password())).isInstanceOf(LogIn.Result.LoggedIn.class);
    }
}
