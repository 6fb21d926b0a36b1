package dev.gatehouse.app.adapter.zxcvbn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.port.PasswordStrength;
import dev.gatehouse.identity.port.PasswordStrengthContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ZxcvbnPasswordStrengthTest implements PasswordStrengthContract {

    private final ZxcvbnPasswordStrength strength = new ZxcvbnPasswordStrength();

    @Override
    public PasswordStrength strength() {
        return strength;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Passw0rd!", "qwertyuiop", "abcdefgh12", "Summer2026", "11.11.1999", "iloveyou22", "p@ssw0rd1"})
    void whatPeopleChooseIsWeak(String password) {
        assertThat(strength.guesses(Password.of(password), NONE)).isLessThan(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "Copper-Lantern-77",
                "tK8#vq2!xZ",
                "drei rote Gabeln im Schnee",
                "李小龍的三把叉子"
            })
    void whatTheyDoNotChooseIsStrong(String password) {
        assertThat(strength.guesses(Password.of(password), NONE)).isGreaterThan(8);
    }
}
