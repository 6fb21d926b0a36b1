package dev.gatehouse.identity;

import static dev.gatehouse.identity.InMemoryIdentity.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Device;
import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.port.InParallel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChangePasswordTest {

    private static final Password WRONG = Password.of("wrong horse battery staple");
    private static final Password OTHER = Password.of("violet kettle on the hill");

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();
    private final SignedIn current = identity.signedIn(user);

    private ChangePassword.Result change(Password presented, Password replacement) {
        return change(current, presented, replacement);
    }

    private ChangePassword.Result change(SignedIn signedIn, Password presented, Password replacement) {
        return identity.changePassword.handle(new ChangePassword.Command(
                caller(signedIn), presented, new NewPassword(replacement), "Browser/2.0", "192.0.2.2"));
    }

    private SignedIn changed() {
        var result = change(Samples.password(), OTHER);
        assertThat(result).isInstanceOf(ChangePassword.Result.Changed.class);
        return ((ChangePassword.Result.Changed) result).signedIn();
    }

    @Test
    void theNewPasswordLogsInAndTheOldDoesNot() {
        changed();
        assertThat(identity.loggedIn(user, OTHER)).isInstanceOf(LogIn.Result.LoggedIn.class);
        assertThat(identity.loggedIn(user, Samples.password())).isInstanceOf(LogIn.Result.InvalidCredentials.class);
    }

    @Test
    void everySessionFromBeforeIsOverAndAFreshOneLives() {
        SignedIn other = identity.signedIn(user);
        SignedIn fresh = changed();
        assertThat(List.of(current, other)).noneMatch(identity::letsIn);
        assertThat(List.of(current, other))
                .extracting(SignedIn::refreshToken)
                .extracting(identity::refreshed)
                .allMatch(RefreshSession.Result.InvalidToken.class::isInstance);
        assertThat(identity.letsIn(fresh)).isTrue();
        assertThat(identity.refreshed(fresh.refreshToken())).isInstanceOf(RefreshSession.Result.Refreshed.class);
    }

    @Test
    void theFreshSessionIsOnTheSameDeviceFromWhereItWasAskedFor() {
        assertThat(changed().session().device())
                .isEqualTo(new Device(
                        current.session().device().id(),
                        current.session().device().name(),
                        "Browser/2.0",
                        "192.0.2.2"));
    }

    @Test
    void oneEventTellsOfIt() {
        changed();
        assertThat(identity.eventsOf(user, UserEvent.PASSWORD_CHANGED))
                .singleElement()
                .satisfies(event -> assertThat(event.data()).isEmpty());
    }

    @Test
    void aWrongPasswordChangesNothing() {
        assertThat(change(WRONG, OTHER)).isEqualTo(new ChangePassword.Result.WrongPassword());
        assertThat(identity.letsIn(current)).isTrue();
        assertThat(identity.eventsOf(user)).isEmpty();
    }

    @Test
    void ofFiftyWrongPasswordsAtOnceFiveAreLookedAt() {
        int before = identity.hasher.hashes();
        var results = InParallel.run(50, number -> change(WRONG, OTHER));
        assertThat(results)
                .filteredOn(ChangePassword.Result.Locked.class::isInstance)
                .hasSize(45);
        assertThat(identity.hasher.hashes() - before).isEqualTo(5);
        assertThat(change(Samples.password(), OTHER))
                .isEqualTo(new ChangePassword.Result.Locked(Duration.ofMinutes(15)));
    }

    @Test
    void strangersWhoHaveLockedTheLogInDoNotKeepTheOwnerFromChanging() {
        for (int i = 0; i < 5; i++) {
            identity.loggedIn(user, WRONG);
        }
        assertThat(identity.loggedIn(user, Samples.password())).isInstanceOf(LogIn.Result.Locked.class);
        assertThat(change(Samples.password(), OTHER)).isInstanceOf(ChangePassword.Result.Changed.class);
    }

    @Test
    void ofManyChangesAtOnceOneIsMade() {
        var results = InParallel.run(20, number -> change(Samples.password(), Password.of("violet kettle " + number)));
        assertThat(results)
                .filteredOn(ChangePassword.Result.Changed.class::isInstance)
                .hasSize(1);
        assertThat(identity.eventsOf(user, UserEvent.PASSWORD_CHANGED)).hasSize(1);
    }

    @Test
    void aSessionThatEndedMeanwhileChangesNothing() {
        identity.hasher.meanwhile(() -> identity.loggedOut(current));
        assertThat(change(Samples.password(), OTHER)).isEqualTo(new ChangePassword.Result.Gone());
        identity.hasher.meanwhile(() -> {});
        assertThat(identity.loggedIn(user, Samples.password())).isInstanceOf(LogIn.Result.LoggedIn.class);
    }

    @Test
    void noSessionThatIsRefreshedMeanwhileSurvives() {
        SignedIn other = identity.signedIn(user);
        var results = InParallel.run(20, number -> number == 7 ? changed() : identity.refreshed(other.refreshToken()));
        assertThat(results)
                .filteredOn(RefreshSession.Result.Refreshed.class::isInstance)
                .extracting(result -> ((RefreshSession.Result.Refreshed) result).signedIn())
                .noneMatch(identity::letsIn)
                .noneMatch(signedIn ->
                        identity.refreshed(signedIn.refreshToken()) instanceof RefreshSession.Result.Refreshed);
    }
}
