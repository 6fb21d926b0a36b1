package dev.gatehouse.app.adapter.zxcvbn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.port.KnownPasswords;
import dev.gatehouse.identity.port.KnownPasswordsContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ZxcvbnKnownPasswordsTest implements KnownPasswordsContract {

    private final ZxcvbnKnownPasswords passwords = new ZxcvbnKnownPasswords();

    @Override
    public KnownPasswords passwords() {
        return passwords;
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "PASSWORD", "12345678", "qwertyuiop", "iloveyou", "Football"})
    void theCommonestAreInItInAnyCase(String password) {
        assertThat(passwords.contain(Password.of(password))).isTrue();
    }
}
