package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.OwnWords;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PersonName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every estimate of strength promises. */
public interface PasswordStrengthContract {

    OwnWords NONE = new OwnWords(List.of());

    PasswordStrength strength();

    private double guesses(String password) {
        return strength().guesses(Password.of(password), NONE);
    }

    @Test
    default void oneLetterOverAndOverIsWeakerThanWordsThatDoNotBelongTogether() {
        assertThat(guesses("aaaaaaaaaaaa")).isNotNegative().isLessThan(8);
        assertThat(guesses("correct horse battery staple")).isGreaterThan(8);
        assertThat(guesses("Violet-Kettle-42")).isGreaterThan(8);
    }

    @Test
    default void whatIsAboutTheUserIsWorthLessThanToOthers() {
        var own = OwnWords.of(PersonName.of("Ada Lovelace"), EmailAddress.of("countess@analytical.example"));
        Password password = Password.of("Countess-Lovelace");
        assertThat(strength().guesses(password, own)).isLessThan(strength().guesses(password, NONE));
    }

    /** Whoever sends it chooses it, and many at once: none may take long. */
    @Test
    @Timeout(20)
    default void theLongestPasswordsTakeNoTime() {
        for (String part :
                List.of("a", "4@", "p@$$w0rd", "12345", "qwertz", "李", "🦊", "e\u0301", "aA1!", "abcabd", "0o0O")) {
            String longest = part.repeat(128).substring(0, part.codePointAt(0) > 0xFFFF ? 256 : 128);
            for (int times = 0; times < 2; times++) {
                assertThat(guesses(longest)).isNotNegative();
            }
        }
    }

    @Test
    default void parallelEstimatesDoNotDisturbOneAnother() {
        double alone = guesses("Violet-Kettle-42");
        assertThat(InParallel.run(
                        8, number -> number % 2 == 0 ? guesses("Violet-Kettle-42") : guesses("aaaaaaaa") * 0 + alone))
                .containsOnly(alone);
    }
}
