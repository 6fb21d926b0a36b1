package dev.gatehouse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.Weakness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever makes a password an account's, one that is no secret is refused, and nothing has changed then. */
final class PasswordScreeningTest {

    private final InMemoryIdentity identity = new InMemoryIdentity();
    private final User user = identity.member();

    private static NewPassword password(String text) {
        return new NewPassword(Password.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "password123, PASSWORD_TOO_COMMON",
        "Ada.Lovelace-42, PASSWORD_PERSONAL",
        "aabbaabbaabb, PASSWORD_TOO_GUESSABLE",
        "leaked somewhere else, PASSWORD_LEAKED",
    })
    void nobodyRegistersWithOne(String text, Weakness weakness) {
        var command = new Register.Command(
                Samples.email(), password(text), PersonName.of("Ada Lovelace"), null, Samples.device(), null);
        assertThat(identity.register.handle(command)).isEqualTo(new Register.Result.Refused(weakness));
        assertThat(identity.users.findByEmail(command.email())).isEmpty();
        assertThat(identity.hasher.hashes()).isEqualTo(1);
    }

    @Test
    void nobodyChangesToOneAndTheAttemptIsGivenBack() {
        SignedIn signedIn = identity.signedIn(user);
        for (int i = 0; i < 10; i++) {
            assertThat(identity.changePassword.handle(new ChangePassword.Command(
                            InMemoryIdentity.caller(signedIn), Samples.password(), password("password123"), "", "")))
                    .isEqualTo(new ChangePassword.Result.Refused(Weakness.PASSWORD_TOO_COMMON));
        }
        assertThat(identity.letsIn(signedIn)).isTrue();
    }

    @Test
    void nobodyResetsToOneAndTheTokenWorksStill() {
        var issued = (IssuePasswordReset.Result.Issued)
                identity.issuePasswordReset.handle(new IssuePasswordReset.Command(user.id()));
        String token = issued.token().text();
        assertThat(identity.resetPassword.handle(new ResetPassword.Command(token, password("password123"))))
                .isEqualTo(new ResetPassword.Result.Refused(Weakness.PASSWORD_TOO_COMMON));
        assertThat(identity.resetPassword.handle(new ResetPassword.Command(token, password("violet kettle"))))
                .isEqualTo(new ResetPassword.Result.Reset());
    }

    @Test
    void theCodesAreForPrograms() {
        assertThat(Weakness.PASSWORD_TOO_GUESSABLE.code()).isEqualTo("password-too-guessable");
    }
}
