package dev.gatehouse.identity;

import static dev.gatehouse.identity.InMemoryIdentity.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.MailToken;
import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.port.InParallel;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Another address is the user's once they have given their password, and have shown that its mail is theirs. */
final class ChangeEmailTest {

    private static final ConfirmEmail.Result INVALID = new ConfirmEmail.Result.InvalidToken();
    private static final Password WRONG = Password.of("wrong horse battery staple");

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();
    private final SignedIn signedIn = identity.signedIn(user);
    private final EmailAddress email = Samples.email();

    private RequestEmailChange.Result request(EmailAddress wanted, Password password) {
        return identity.requestEmailChange.handle(new RequestEmailChange.Command(caller(signedIn), wanted, password));
    }

    private IssueEmailChange.Result issue() {
        return identity.issueEmailChange.handle(new IssueEmailChange.Command(user.id()));
    }

    private MailToken mailed(EmailAddress wanted) {
        assertThat(request(wanted, Samples.password())).isEqualTo(new RequestEmailChange.Result.Accepted());
        var result = issue();
        assertThat(result).isInstanceOf(IssueEmailChange.Result.Issued.class);
        var issued = (IssueEmailChange.Result.Issued) result;
        assertThat(issued.email()).isEqualTo(wanted);
        return issued.token();
    }

    private ConfirmEmail.Result confirm(MailToken token) {
        return identity.confirmEmail.handle(new ConfirmEmail.Command(token.text()));
    }

    private User now() {
        return identity.users.findById(user.id()).orElseThrow();
    }

    @Test
    void theAddressChangesWhenItIsConfirmedAndNotBefore() {
        MailToken token = mailed(email);
        assertThat(now().email()).isEqualTo(user.email());
        assertThat(confirm(token)).isEqualTo(new ConfirmEmail.Result.Confirmed());
        assertThat(now().email()).isEqualTo(email);
        assertThat(now().emailVerified()).isTrue();
        assertThat(identity.eventsOf(user, UserEvent.EMAIL_CHANGED)).hasSize(1);
        assertThat(identity.loggedIn(now(), Samples.password())).isInstanceOf(LogIn.Result.LoggedIn.class);
        assertThat(identity.loggedIn(user, Samples.password())).isInstanceOf(LogIn.Result.InvalidCredentials.class);
    }

    @Test
    void sessionsStay() {
        confirm(mailed(email));
        assertThat(identity.letsIn(signedIn)).isTrue();
    }

    @Test
    void aWrongPasswordAsksForNothingAndIsCounted() {
        for (int i = 0; i < 5; i++) {
            assertThat(request(email, WRONG)).isEqualTo(new RequestEmailChange.Result.WrongPassword());
        }
        assertThat(request(email, Samples.password()))
                .isEqualTo(new RequestEmailChange.Result.Locked(Duration.ofMinutes(15)));
        assertThat(issue()).isEqualTo(new IssueEmailChange.Result.Nobody());
        assertThat(identity.eventsOf(user)).isEmpty();
    }

    @Test
    void aTakenAddressIsAnsweredAlikeAndChangesNothing() {
        User owner = identity.member();
        int hashes = identity.hasher.hashes();
        assertThat(request(owner.email(), Samples.password())).isEqualTo(new RequestEmailChange.Result.Accepted());
        assertThat(identity.hasher.hashes() - hashes).isEqualTo(1);
        assertThat(issue()).isEqualTo(new IssueEmailChange.Result.Taken(owner));
        assertThat(identity.eventsOf(user, UserEvent.EMAIL_CHANGE_REQUESTED)).hasSize(1);
    }

    @Test
    void anAddressThatSomebodyTookMeanwhileIsNotToBeHad() {
        MailToken token = mailed(email);
        identity.users.insert(Samples.user(email));
        assertThat(confirm(token)).isEqualTo(INVALID);
        assertThat(now().email()).isEqualTo(user.email());
    }

    @Test
    void aWishForAnotherAddressEndsTheOneBefore() {
        MailToken first = mailed(email);
        MailToken second = mailed(Samples.email());
        assertThat(confirm(first)).isEqualTo(INVALID);
        assertThat(confirm(second)).isEqualTo(new ConfirmEmail.Result.Confirmed());
        assertThat(confirm(second)).isEqualTo(INVALID);
    }

    @Test
    void aTokenDiesAfterAnHourAndWithAnotherPassword() {
        MailToken old = mailed(email);
        identity.clock.advance(Duration.ofHours(1));
        assertThat(confirm(old)).isEqualTo(INVALID);
        MailToken token = mailed(email);
        identity.changePassword.handle(new ChangePassword.Command(
                caller(signedIn), Samples.password(), new NewPassword(WRONG), "", "192.0.2.1"));
        assertThat(confirm(token)).isEqualTo(INVALID);
    }

    @Test
    void linksToTheOldAddressDie() {
        var reset = (IssuePasswordReset.Result.Issued)
                identity.issuePasswordReset.handle(new IssuePasswordReset.Command(user.id()));
        confirm(mailed(email));
        assertThat(identity.resetPassword.handle(
                        new ResetPassword.Command(reset.token().text(), new NewPassword(WRONG))))
                .isEqualTo(new ResetPassword.Result.InvalidToken());
    }

    @Test
    void ofFiftyRequestsAtOnceOneAsksForAMail() {
        var results = InParallel.run(50, number -> request(email, Samples.password()));
        assertThat(results)
                .filteredOn(RequestEmailChange.Result.Accepted.class::isInstance)
                .isNotEmpty();
        assertThat(identity.eventsOf(user, UserEvent.EMAIL_CHANGE_REQUESTED)).hasSize(1);
    }

    @Test
    void theUsersOwnAddressInAnotherSpellingIsNotTaken() {
        var shouted = EmailAddress.of(user.email().address().toUpperCase(Locale.ROOT));
        confirm(mailed(shouted));
        assertThat(now().email().address()).isEqualTo(shouted.address());
    }
}
