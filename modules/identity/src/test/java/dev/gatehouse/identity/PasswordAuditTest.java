package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.Registration;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why a log-in was refused is in the audit log, and what was said to whoever asked is not told apart by it. */
final class PasswordAuditTest {

    private static final Password WRONG = Password.of("wrong horse battery staple");

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();
    private final String contact = identity.contactHash.of(user.email());

    private LogIn.Result logIn(LogIn logIn, EmailAddress email, Password password) {
        return logIn.handle(new LogIn.Command(email, password, Samples.device()));
    }

    private List<Fact> logIns() {
        return identity.audit.of(Action.LOG_IN);
    }

    @Test
    void aLogInIsTheUsersOwnWithItsSession() {
        var in = (LogIn.Result.LoggedIn) identity.loggedIn(user, Samples.password());
        assertThat(logIns())
                .containsExactly(Fact.done(Action.LOG_IN)
                        .of(user.id().value())
                        .with("session", in.signedIn().session().id())
                        .with("method", "pwd")
                        .with("device", Samples.device().id()));
    }

    @Test
    void aWrongPasswordIsAboutTheUser() {
        identity.loggedIn(user, WRONG);
        assertThat(logIns())
                .containsExactly(Fact.denied(Action.LOG_IN, "wrong-password")
                        .on(user.id().value())
                        .about(contact)
                        .with("device", Samples.device().id()));
    }

    @Test
    void anAddressThatNobodyHasIsAHash() {
        EmailAddress nobody = EmailAddress.of("nobody@example.org");
        logIn(identity.logIn, nobody, Samples.password());
        assertThat(logIns())
                .containsExactly(Fact.denied(Action.LOG_IN, "unknown-account")
                        .about(identity.contactHash.of(nobody))
                        .with("device", Samples.device().id()));
    }

    @Test
    void whereAddressesAreConfirmedFirstThatIsTheReason() {
        logIn(identity.logIn(Registration.VERIFIED), user.email(), Samples.password());
        assertThat(logIns()).extracting(Fact::reason).containsExactly("email-unverified");
    }

    @Test
    void theLastAttemptIsALockAndEachAfterItIsRefusedForThat() {
        for (int i = 0; i < 5; i++) {
            identity.loggedIn(user, WRONG);
        }
        assertThat(identity.audit.of(Action.ACCOUNT_LOCK))
                .containsExactly(Fact.done(Action.ACCOUNT_LOCK).about(contact));
        identity.loggedIn(user, Samples.password());
        assertThat(logIns().getLast())
                .isEqualTo(Fact.denied(Action.LOG_IN, "locked")
                        .about(contact)
                        .with("device", Samples.device().id()));
    }

    @Test
    void aPasswordThatIsAskedForAgainIsAuditedAsThat() {
        SignedIn signedIn = identity.signedIn(user);
        identity.requestEmailChange.handle(
                new RequestEmailChange.Command(InMemoryIdentity.caller(signedIn), Samples.email(), WRONG));
        assertThat(identity.audit.of(Action.PASSWORD_CONFIRM))
                .containsExactly(Fact.denied(Action.PASSWORD_CONFIRM, "wrong-password")
                        .of(user.id().value())
                        .about(contact));
    }
}
