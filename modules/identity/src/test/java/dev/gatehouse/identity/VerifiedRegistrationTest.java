package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.Registration;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.port.InParallel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where addresses are to be confirmed, nobody learns which are taken, and nothing opens before. */
final class VerifiedRegistrationTest {

    private static final Register.Result ACCEPTED = new Register.Result.Accepted();

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final Register register = identity.register(Registration.VERIFIED);
    private final LogIn logIn = identity.logIn(Registration.VERIFIED);
    private final EmailAddress email = Samples.email();

    private Register.Result register(EmailAddress address) {
        return register.handle(new Register.Command(
                address, new NewPassword(Samples.password()), PersonName.of("Ada"), null, Samples.device(), null));
    }

    private LogIn.Result logIn() {
        return logIn.handle(new LogIn.Command(email, Samples.password(), Samples.device()));
    }

    private User registered() {
        assertThat(register(email)).isEqualTo(ACCEPTED);
        return identity.users.findByEmail(email).orElseThrow();
    }

    private int repetitions(User user) {
        return identity.eventsOf(user, UserEvent.REGISTRATION_REPEATED).size();
    }

    @Test
    void aNewAccountIsThereAndItsOwnerIsToldByMail() {
        User user = registered();
        assertThat(user.emailVerified()).isFalse();
        assertThat(identity.eventsOf(user, UserEvent.REGISTERED)).hasSize(1);
        assertThat(identity.store.listLatestUsers(1)).isEmpty();
    }

    @Test
    void itIsInvalidCredentialsUntilTheAddressIsConfirmed() {
        User user = registered();
        assertThat(logIn()).isEqualTo(new LogIn.Result.InvalidCredentials());
        var issued = (IssueEmailVerification.Result.Issued)
                identity.issueEmailVerification.handle(new IssueEmailVerification.Command(user.id()));
        identity.confirmEmail.handle(new ConfirmEmail.Command(issued.token().text()));
        assertThat(logIn()).isInstanceOf(LogIn.Result.LoggedIn.class);
    }

    @Test
    void aTakenAddressIsAnsweredAlikeWithTheSameHashAndItsOwnerIsTold() {
        User owner = identity.member();
        int before = identity.hasher.hashes();
        assertThat(register(owner.email())).isEqualTo(ACCEPTED);
        assertThat(identity.hasher.hashes() - before).isEqualTo(1);
        assertThat(identity.users.findByEmail(owner.email())).contains(owner);
        assertThat(repetitions(owner)).isEqualTo(1);
    }

    @Test
    void anOwnerIsToldOnceAMinute() {
        User owner = identity.member();
        InParallel.run(50, number -> register(owner.email()));
        assertThat(repetitions(owner)).isEqualTo(1);
        identity.clock.advance(Duration.ofMinutes(1));
        register(owner.email());
        assertThat(repetitions(owner)).isEqualTo(2);
    }

    @Test
    void ofFiftyRegistrationsOfOneAddressAtOnceOneMakesAnAccountAndAllAreAnsweredAlike() {
        assertThat(InParallel.run(50, number -> register(email))).containsOnly(ACCEPTED);
        User user = identity.users.findByEmail(email).orElseThrow();
        assertThat(identity.eventsOf(user)).hasSize(1);
    }
}
