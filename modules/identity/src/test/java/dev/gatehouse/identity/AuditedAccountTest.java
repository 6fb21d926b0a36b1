package dev.gatehouse.identity;

import static dev.gatehouse.identity.InMemoryIdentity.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.identity.model.MailToken;
import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of an account is in the audit log: what was done as well as what was refused. */
final class AuditedAccountTest {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();
    private final UUID id = user.id().value();
    private final SignedIn signedIn = identity.signedIn(user);

    private static Fact only(InMemoryIdentity identity, Action action) {
        assertThat(identity.audit.of(action)).hasSize(1);
        return identity.audit.of(action).getFirst();
    }

    @Test
    void leavingIsTold() {
        SignedIn other = identity.signedIn(user);
        identity.loggedOut(signedIn);
        assertThat(only(identity, Action.LOG_OUT))
                .isEqualTo(Fact.done(Action.LOG_OUT)
                        .of(id)
                        .with("session", signedIn.session().id()));
        identity.logOutEverywhere.handle(new LogOutEverywhere.Command(caller(other), false));
        assertThat(only(identity, Action.LOG_OUT_EVERYWHERE))
                .isEqualTo(Fact.done(Action.LOG_OUT_EVERYWHERE).of(id).with("ended", 1));
    }

    @Test
    void endingASessionIsToldOnce() {
        SignedIn other = identity.signedIn(user);
        var command = new EndSession.Command(caller(signedIn), other.session().id());
        identity.endSession.handle(command);
        identity.endSession.handle(command);
        assertThat(only(identity, Action.SESSION_END).data())
                .containsEntry("session", other.session().id().toString())
                .containsEntry("reason", "device-ended");
    }

    @Test
    void aSessionTooManyEndsTheOldestWhichIsTold() {
        for (int i = 0; i < Samples.POLICY.most(); i++) {
            identity.signedIn(user);
        }
        assertThat(only(identity, Action.SESSION_END).data())
                .containsEntry("session", signedIn.session().id().toString())
                .containsEntry("reason", "limit");
    }

    @Test
    void aRefreshTokenIsToldOfWhenItIsRefused() {
        identity.refreshed("made-up");
        assertThat(only(identity, Action.SESSION_REFRESH)).isEqualTo(Fact.denied(Action.SESSION_REFRESH, "forged"));
    }

    @Test
    void aRefreshTokenThatComesAgainIsAboutItsUser() {
        var next = (RefreshSession.Result.Refreshed) identity.refreshed(signedIn.refreshToken());
        identity.refreshed(next.signedIn().refreshToken());
        identity.refreshed(signedIn.refreshToken());
        assertThat(only(identity, Action.SESSION_REFRESH))
                .isEqualTo(Fact.denied(Action.SESSION_REFRESH, "reused")
                        .on(id)
                        .with("session", signedIn.session().id()));
        identity.refreshed(next.signedIn().refreshToken());
        assertThat(identity.audit.of(Action.SESSION_REFRESH).getLast().reason()).isEqualTo("session-over");
    }

    @Test
    void aPasswordThatIsResetIsToldFromTheRequestOn() {
        identity.requestPasswordReset.handle(new RequestPasswordReset.Command(user.email()));
        identity.requestPasswordReset.handle(new RequestPasswordReset.Command(user.email()));
        assertThat(identity.audit.of(Action.PASSWORD_RESET_REQUEST))
                .extracting(Fact::subject, Fact::reason)
                .containsExactly(tuple(id, null), tuple(null, "too-soon"));
        var issued = (IssuePasswordReset.Result.Issued)
                identity.issuePasswordReset.handle(new IssuePasswordReset.Command(user.id()));
        var command = new ResetPassword.Command(issued.token().text(), replacement());
        identity.resetPassword.handle(command);
        identity.resetPassword.handle(command);
        assertThat(identity.audit.of(Action.PASSWORD_RESET))
                .containsExactly(
                        Fact.done(Action.PASSWORD_RESET).of(id), Fact.denied(Action.PASSWORD_RESET, "invalid-token"));
    }

    private static NewPassword replacement() {
        return new NewPassword(Password.of("violet kettle lantern 42"));
    }

    @Test
    void anAddressThatIsConfirmedIsTold() {
        var issued = (IssueEmailVerification.Result.Issued)
                identity.issueEmailVerification.handle(new IssueEmailVerification.Command(user.id()));
        MailToken token = issued.token();
        identity.confirmEmail.handle(new ConfirmEmail.Command(token.text()));
        identity.confirmEmail.handle(new ConfirmEmail.Command(token.text()));
        assertThat(identity.audit.of(Action.EMAIL_VERIFY))
                .containsExactly(
                        Fact.done(Action.EMAIL_VERIFY).of(id), Fact.denied(Action.EMAIL_VERIFY, "invalid-token"));
    }

    @Test
    void anAddressThatIsTakenIsAHash() {
        identity.register.handle(
                new Register.Command(user.email(), replacement(), user.name(), null, Samples.device(), null));
        assertThat(only(identity, Action.REGISTER))
                .isEqualTo(Fact.denied(Action.REGISTER, "email-taken")
                        .about(identity.contactHash.of(user.email()))
                        .with("device", Samples.device().id()));
    }
}
