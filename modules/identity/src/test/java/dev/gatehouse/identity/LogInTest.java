package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserStatus;
import dev.gatehouse.identity.port.InParallel;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class LogInTest {

    private static final LogIn.Result REFUSED = new LogIn.Result.InvalidCredentials();
    private static final Password WRONG = Password.of("wrong horse battery staple");

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();

    private LogIn.Result logIn(EmailAddress email, Password password) {
        return identity.logIn.handle(new LogIn.Command(email, password, Samples.device()));
    }

    private SignedIn loggedIn() {
        var result = logIn(user.email(), Samples.password());
        assertThat(result).isInstanceOf(LogIn.Result.LoggedIn.class);
        return ((LogIn.Result.LoggedIn) result).signedIn();
    }

    private void disable() {
        identity.users.save(Samples.userWith(user, Role.USER, UserStatus.DISABLED));
    }

    private int hashesOf(Runnable action) {
        int before = identity.hasher.hashes();
        action.run();
        return identity.hasher.hashes() - before;
    }

    @Test
    void theRightPasswordOpensASession() {
        SignedIn signedIn = loggedIn();
        assertThat(identity.letsIn(signedIn)).isTrue();
        assertThat(signedIn.user()).isEqualTo(user);
        assertThat(signedIn.session().device()).isEqualTo(Samples.device());
        assertThat(identity.refreshed(signedIn.refreshToken())).isInstanceOf(RefreshSession.Result.Refreshed.class);
    }

    @Test
    void anySpellingOfTheAddressWillDo() {
        EmailAddress shouted = EmailAddress.of(user.email().address().toUpperCase(Locale.ROOT));
        assertThat(logIn(shouted, Samples.password())).isInstanceOf(LogIn.Result.LoggedIn.class);
    }

    @Test
    void everyLoginIsASessionOfItsOwn() {
        var sessions = InParallel.run(5, number -> loggedIn().session().id());
        assertThat(sessions).doesNotHaveDuplicates();
    }

    @Test
    void anUnknownAddressAWrongPasswordAndADisabledUserAreAnsweredAlike() {
        assertThat(logIn(Samples.email(), Samples.password())).isEqualTo(REFUSED);
        assertThat(logIn(user.email(), WRONG)).isEqualTo(REFUSED);
        disable();
        assertThat(logIn(user.email(), Samples.password())).isEqualTo(REFUSED);
    }

    @Test
    void aUserWithoutAPasswordCannotLogInWithAny() {
        User bare = Samples.user();
        identity.users.insert(bare);
        assertThat(hashesOf(() ->
                        assertThat(logIn(bare.email(), Samples.password())).isEqualTo(REFUSED)))
                .isEqualTo(1);
    }

    @Test
    void onEveryPathOnePasswordIsHashed() {
        assertThat(hashesOf(() -> logIn(user.email(), Samples.password()))).isEqualTo(1);
        assertThat(hashesOf(() -> logIn(user.email(), WRONG))).isEqualTo(1);
        assertThat(hashesOf(() -> logIn(Samples.email(), WRONG))).isEqualTo(1);
        disable();
        assertThat(hashesOf(() -> logIn(user.email(), Samples.password()))).isEqualTo(1);
        assertThat(hashesOf(() -> logIn(user.email(), WRONG))).isEqualTo(1);
    }

    @Test
    void aHashThatCannotBeReadLetsNobodyIn() {
        identity.credentials.save(new Credential(user.id(), new PasswordHash("plain text")));
        assertThat(logIn(user.email(), Password.of("plain text"))).isEqualTo(REFUSED);
    }

    @Test
    void aPasswordThatWasChangedWhileTheOldOneWasHashedOpensNothing() {
        var changed = new Credential(user.id(), identity.hasher.hash(WRONG));
        identity.hasher.meanwhile(() -> identity.credentials.save(changed));
        assertThat(logIn(user.email(), Samples.password())).isEqualTo(REFUSED);
    }

    @Test
    void aUserWhoWasDisabledWhileThePasswordWasHashedOpensNothing() {
        identity.hasher.meanwhile(this::disable);
        assertThat(logIn(user.email(), Samples.password())).isEqualTo(REFUSED);
    }

    @Test
    void aSessionOpenedAfterAllWereEndedBelongsToTheNewEpoch() {
        SignedIn before = loggedIn();
        identity.hasher.meanwhile(() ->
                identity.logOutEverywhere.handle(new LogOutEverywhere.Command(InMemoryIdentity.caller(before), false)));
        SignedIn after = loggedIn();
        assertThat(identity.letsIn(before)).isFalse();
        assertThat(identity.letsIn(after)).isTrue();
        assertThat(after.session().epoch()).isEqualTo(before.session().epoch() + 1);
    }

    @Test
    void noTextShowsAPasswordOrAToken() {
        var command = new LogIn.Command(user.email(), Samples.password(), Samples.device());
        SignedIn signedIn = loggedIn();
        assertThat(command + " " + logIn(user.email(), Samples.password()) + signedIn)
                .doesNotContain(
                        Samples.password().value(),
                        signedIn.refreshToken(),
                        signedIn.accessToken().text(),
                        "@");
    }
}
