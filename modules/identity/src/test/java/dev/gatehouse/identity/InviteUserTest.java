package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.InviteUser.Result;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.MailToken;
import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserStatus;
import dev.gatehouse.identity.port.InParallel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class InviteUserTest {

    private static final Password CHOSEN = Password.of("violet kettle forty-two");

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final EmailAddress email = Samples.email();

    private final Caller administrator = new Caller(Samples.userId(), Samples.sessionId(), Role.ADMIN);

    private Result invite(Role role) {
        return identity.inviteUser.handle(
                new InviteUser.Command(administrator, email, PersonName.of("Grace"), null, role));
    }

    private User invited() {
        return ((Result.Invited) invite(Role.USER)).user();
    }

    private MailToken issued(User user) {
        return ((IssueInvitation.Result.Issued) issue(user)).token();
    }

    private IssueInvitation.Result issue(User user) {
        return identity.issueInvitation.handle(new IssueInvitation.Command(user.id()));
    }

    private ResetPassword.Result chosen(MailToken token) {
        return identity.resetPassword.handle(new ResetPassword.Command(token.text(), new NewPassword(CHOSEN)));
    }

    @Test
    void anAccountIsMadeWithoutAPasswordAndOneEventTellsOfIt() {
        User user = invited();
        assertThat(identity.users.findById(user.id())).contains(user);
        assertThat(user.role()).isEqualTo(Role.USER);
        assertThat(user.emailVerified()).isFalse();
        assertThat(user.version()).isEqualTo(1);
        assertThat(identity.credentials.findByUser(user.id())).isEmpty();
        assertThat(identity.eventsOf(user)).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("user.invited");
            assertThat(event.data()).isEmpty();
        });
    }

    @Test
    void anAdministratorMayBeInvitedToo() {
        assertThat(((Result.Invited) invite(Role.ADMIN)).user().role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void ofManyInvitationsToOneAddressOneSucceeds() {
        var results = InParallel.run(20, number -> invite(Role.USER));
        assertThat(results).filteredOn(Result.Invited.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Result.EmailIsTaken.class::isInstance).hasSize(19);
    }

    @Test
    void whoWasInvitedChoosesAPasswordOnceAndTheirAddressIsConfirmed() {
        User user = invited();
        MailToken token = issued(user);
        identity.clock.advance(Duration.ofDays(7).minusSeconds(1));

        assertThat(chosen(token)).isEqualTo(new ResetPassword.Result.Reset());

        assertThat(identity.loggedIn(user, CHOSEN)).isInstanceOf(LogIn.Result.LoggedIn.class);
        assertThat(identity.users.findById(user.id()).orElseThrow().emailVerified())
                .isTrue();
        assertThat(chosen(token)).isEqualTo(new ResetPassword.Result.InvalidToken());
        assertThat(issue(user)).as("there is a password").isEqualTo(new IssueInvitation.Result.Nobody());
    }

    @Test
    void anInvitationIsOverAfterSevenDaysAndWithANewerOne() {
        User user = invited();
        MailToken first = issued(user);
        MailToken second = issued(user);
        assertThat(chosen(first)).isEqualTo(new ResetPassword.Result.InvalidToken());
        identity.clock.advance(Duration.ofDays(7));
        assertThat(chosen(second)).isEqualTo(new ResetPassword.Result.InvalidToken());
        assertThat(identity.credentials.findByUser(user.id())).isEmpty();
    }

    @Test
    void nobodyLogsInWithoutHavingChosen() {
        User user = invited();
        issued(user);
        assertThat(identity.loggedIn(user, CHOSEN)).isEqualTo(new LogIn.Result.InvalidCredentials());
    }

    @Test
    void whoIsGoneOrDisabledGetsNoInvitation() {
        User user = invited();
        identity.users.save(user.withRights(user.role(), UserStatus.DISABLED, Samples.NOW));
        assertThat(issue(user)).isEqualTo(new IssueInvitation.Result.Nobody());
        identity.users.delete(user.id());
        assertThat(issue(user)).isEqualTo(new IssueInvitation.Result.Nobody());
    }

    @Test
    void theEventNamesNobody() {
        assertThat(identity.eventsOf(invited(), UserEvent.INVITED).getFirst().toString())
                .doesNotContain(email.canonical(), "Grace");
    }
}
