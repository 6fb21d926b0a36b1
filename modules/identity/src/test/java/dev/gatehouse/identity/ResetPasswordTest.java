package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.DeviceMark;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.MailToken;
import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserStatus;
import dev.gatehouse.identity.port.InParallel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ResetPasswordTest {

    private static final ResetPassword.Result RESET = new ResetPassword.Result.Reset();
    private static final ResetPassword.Result INVALID = new ResetPassword.Result.InvalidToken();
    private static final Password OTHER = Password.of("violet kettle on the hill");

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();

    private void forget(EmailAddress email) {
        identity.requestPasswordReset.handle(new RequestPasswordReset.Command(email));
    }

    private IssuePasswordReset.Result issue() {
        return identity.issuePasswordReset.handle(new IssuePasswordReset.Command(user.id()));
    }

    private MailToken mailed() {
        var result = issue();
        assertThat(result).isInstanceOf(IssuePasswordReset.Result.Issued.class);
        return ((IssuePasswordReset.Result.Issued) result).token();
    }

    private ResetPassword.Result reset(MailToken token, Password replacement) {
        return identity.resetPassword.handle(new ResetPassword.Command(token.text(), new NewPassword(replacement)));
    }

    private int requests() {
        return identity.eventsOf(user, UserEvent.PASSWORD_RESET_REQUESTED).size();
    }

    @Test
    void theTokenGivesTheUserAnotherPassword() {
        assertThat(reset(mailed(), OTHER)).isEqualTo(RESET);
        assertThat(identity.loggedIn(user, OTHER)).isInstanceOf(LogIn.Result.LoggedIn.class);
        assertThat(identity.loggedIn(user, Samples.password())).isInstanceOf(LogIn.Result.InvalidCredentials.class);
    }

    @Test
    void everySessionIsOverAndOneEventTellsOfIt() {
        SignedIn before = identity.signedIn(user);
        reset(mailed(), OTHER);
        assertThat(identity.letsIn(before)).isFalse();
        assertThat(identity.refreshed(before.refreshToken())).isInstanceOf(RefreshSession.Result.InvalidToken.class);
        assertThat(identity.eventsOf(user, UserEvent.PASSWORD_CHANGED)).hasSize(1);
    }

    @Test
    void aTokenFiftyTimesWithFiftyPasswordsWinsOnce() {
        SignedIn before = identity.signedIn(user);
        MailToken token = mailed();
        var passwords = InParallel.run(50, number -> Password.of("violet kettle " + number));
        var results = InParallel.run(50, number -> reset(token, passwords.get(number)));
        assertThat(results).containsOnlyOnce(RESET).filteredOn(INVALID::equals).hasSize(49);
        Password winner = passwords.get(results.indexOf(RESET));
        assertThat(identity.loggedIn(user, winner)).isInstanceOf(LogIn.Result.LoggedIn.class);
        assertThat(identity.credentials.findByUser(user.id()).orElseThrow().passwordHash())
                .satisfies(hash -> assertThat(passwords)
                        .filteredOn(password -> identity.hasher.verify(password, hash))
                        .containsExactly(winner));
        assertThat(identity.letsIn(before)).isFalse();
    }

    @Test
    void aTokenThatWasUsedWhileThePasswordWasHashedResetsNothing() {
        MailToken token = mailed();
        var calls = new AtomicInteger();
        identity.hasher.meanwhile(() -> {
            if (calls.incrementAndGet() == 1) {
                assertThat(reset(token, OTHER)).isEqualTo(RESET);
            }
        });
        assertThat(reset(token, Password.of("a third password"))).isEqualTo(INVALID);
        assertThat(identity.loggedIn(user, OTHER)).isInstanceOf(LogIn.Result.LoggedIn.class);
    }

    @Test
    void everySessionThatEndedIsAmongThoseThatInstancesAreToldOf() {
        SignedIn before = identity.signedIn(user);
        reset(mailed(), OTHER);
        assertThat(identity.truth.listEnded(Duration.ofMinutes(1))).contains(Samples.ended(before.session()));
    }

    @Test
    void aTokenDiesAfterAnHour() {
        MailToken token = mailed();
        identity.clock.advance(Duration.ofHours(1));
        assertThat(reset(token, OTHER)).isEqualTo(INVALID);
    }

    @Test
    void aTokenDiesWithTheNextRequestAndWithTheNextMail() {
        MailToken first = mailed();
        forget(user.email());
        assertThat(reset(first, OTHER)).isEqualTo(INVALID);
        MailToken second = mailed();
        MailToken third = mailed();
        assertThat(reset(second, OTHER)).isEqualTo(INVALID);
        assertThat(reset(third, OTHER)).isEqualTo(RESET);
    }

    @Test
    void aTokenDiesWithAPasswordChange() {
        MailToken token = mailed();
        SignedIn signedIn = identity.signedIn(user);
        identity.changePassword.handle(new ChangePassword.Command(
                InMemoryIdentity.caller(signedIn), Samples.password(), new NewPassword(OTHER), "", "192.0.2.1"));
        assertThat(reset(token, Password.of("a third password"))).isEqualTo(INVALID);
        assertThat(identity.loggedIn(user, OTHER)).isInstanceOf(LogIn.Result.LoggedIn.class);
    }

    @Test
    void aTokenIsNoneForAnythingElseAndNothingElseIsAToken() {
        MailToken token = mailed();
        assertThat(identity.confirmEmail.handle(new ConfirmEmail.Command(token.text())))
                .isEqualTo(new ConfirmEmail.Result.InvalidToken());
        var verification = (IssueEmailVerification.Result.Issued)
                identity.issueEmailVerification.handle(new IssueEmailVerification.Command(user.id()));
        assertThat(reset(verification.token(), OTHER)).isEqualTo(INVALID);
        int hashes = identity.hasher.hashes();
        for (String text : List.of(
                "", "x", token.digest(), token.text() + "=", token.text().substring(1))) {
            assertThat(identity.resetPassword.handle(new ResetPassword.Command(text, new NewPassword(OTHER))))
                    .isEqualTo(INVALID);
        }
        assertThat(identity.hasher.hashes()).isEqualTo(hashes);
        assertThat(reset(token, OTHER)).isEqualTo(RESET);
    }

    @Test
    void noDeviceIsKnownAfterIt() {
        var marks = List.of(new DeviceMark("a cookie of somebody else", true));
        identity.work.run(() -> identity.knownDevices.remember(user.id(), marks, marks, Samples.NOW));
        assertThat(reset(mailed(), OTHER)).isEqualTo(RESET);
        assertThat(identity.knownDevices.knows(user.email(), marks)).isFalse();
    }

    @Test
    void itWorksWhileTheAccountIsLockedAndEndsThat() {
        for (int i = 0; i < 6; i++) {
            identity.loggedIn(user, OTHER);
        }
        assertThat(identity.loggedIn(user, Samples.password())).isInstanceOf(LogIn.Result.Locked.class);
        assertThat(reset(mailed(), OTHER)).isEqualTo(RESET);
        assertThat(identity.loggedIn(user, OTHER)).isInstanceOf(LogIn.Result.LoggedIn.class);
    }

    @Test
    void whoCanReadTheMailHasConfirmedTheAddress() {
        reset(mailed(), OTHER);
        assertThat(identity.users.findById(user.id()).orElseThrow().emailVerified())
                .isTrue();
    }

    @Test
    void nobodyGetsATokenWhoMayNotLogInOrHasNoPassword() {
        MailToken before = mailed();
        identity.users.save(Samples.userWith(user, Role.USER, UserStatus.DISABLED));
        assertThat(issue()).isEqualTo(new IssuePasswordReset.Result.Nobody());
        assertThat(reset(before, OTHER)).isEqualTo(INVALID);
        User bare = Samples.user();
        identity.users.insert(bare);
        assertThat(identity.issuePasswordReset.handle(new IssuePasswordReset.Command(bare.id())))
                .isEqualTo(new IssuePasswordReset.Result.Nobody());
        assertThat(identity.issuePasswordReset.handle(new IssuePasswordReset.Command(Samples.userId())))
                .isEqualTo(new IssuePasswordReset.Result.Nobody());
    }

    @Test
    void ofFiftyRequestsAtOnceOneAsksForAMail() {
        InParallel.run(50, number -> {
            forget(user.email());
            return true;
        });
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void thereIsAMailAMinuteAndFiveAnHour() {
        for (int second = 0; second < 3_600; second += 10) {
            forget(user.email());
            identity.clock.advance(Duration.ofSeconds(10));
        }
        assertThat(requests()).isEqualTo(5);
        forget(user.email());
        assertThat(requests()).isEqualTo(6);
    }

    @Test
    void knownAndUnknownAddressesAskForTheSameWithoutAHash() {
        int hashes = identity.hasher.hashes();
        forget(user.email());
        int known = identity.work.run(() -> identity.events.all().size());
        forget(Samples.email());
        assertThat(identity.work.run(() -> identity.events.all().size()))
                .isEqualTo(2 * known)
                .isEqualTo(2);
        assertThat(identity.hasher.hashes()).isEqualTo(hashes);
    }

    @Test
    void noTextShowsAToken() {
        MailToken token = mailed();
        var command = new ResetPassword.Command(token.text(), new NewPassword(OTHER));
        assertThat(command + " " + issue() + new RequestPasswordReset.Command(user.email()))
                .doesNotContain(token.text(), "@", OTHER.value());
    }
}
