package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.InParallel;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** An account has five attempts within a quarter of an hour, however many come at once. */
final class LoginAttemptsTest {

    private static final Password WRONG = Password.of("wrong horse battery staple");

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();

    private LogIn.Result logIn(EmailAddress email, Password password) {
        return identity.logIn.handle(new LogIn.Command(email, password, Samples.device()));
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
}
