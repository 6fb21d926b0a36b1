package dev.gatehouse.app.wiring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccountPreflightTest {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String OTHER = "ISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0A=";

    private static void check(String... set) {
        Map<String, String> variables = Arrays.stream(set)
                .map(variable -> variable.split("=", 2))
                .collect(Collectors.toMap(variable -> variable[0], variable -> variable[1]));
        new AccountPreflight(name -> variables.getOrDefault(name, "")).check();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GATEHOUSE_REGISTRATION=open",
                "GATEHOUSE_LINKS_URL=https://www.acme.example/account",
                "GATEHOUSE_LINKS_URL=http://localhost:3000",
                "GATEHOUSE_BREACHED_PASSWORDS=hibp",
                "GATEHOUSE_PEPPER=" + KEY,
                "GATEHOUSE_PEPPER=" + KEY + " " + OTHER,
                "GATEHOUSE_MFA_KEYS=" + OTHER + " " + KEY,
                "GATEHOUSE_MFA_ISSUER=Böll & Söhne",
            })
    void whatIsRightMayStart(String variable) {
        assertThatCode(() -> check(variable)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "GATEHOUSE_REGISTRATION=closed, GATEHOUSE_REGISTRATION is one of open",
        "GATEHOUSE_REGISTRATION=Verified, GATEHOUSE_REGISTRATION is one of open",
        "GATEHOUSE_REGISTRATION=verified, GATEHOUSE_REGISTRATION is verified",
        "GATEHOUSE_LINKS_URL=www.acme.example, GATEHOUSE_LINKS_URL is no address",
        "GATEHOUSE_LINKS_URL=javascript:alert(1), GATEHOUSE_LINKS_URL is no address",
        "GATEHOUSE_LINKS_URL=https://acme.example/#x, GATEHOUSE_LINKS_URL is no address",
        "GATEHOUSE_BREACHED_PASSWORDS=yes, GATEHOUSE_BREACHED_PASSWORDS is one of",
        "GATEHOUSE_PEPPER=salt, GATEHOUSE_PEPPER is keys",
        "GATEHOUSE_MFA_KEYS=salt, GATEHOUSE_MFA_KEYS is keys",
        "GATEHOUSE_MFA_ISSUER=a:b, GATEHOUSE_MFA_ISSUER has up to 64",
        "GATEHOUSE_PEPPER=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8= AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=, GATEHOUSE_PEPPER is keys",
    })
    void whatIsWrongIsNamed(String variable, String beginning) {
        assertThatThrownBy(() -> check(variable))
                .isInstanceOf(Refusal.class)
                .message()
                .startsWith(beginning)
                .hasLineCount(1);
    }

    @Test
    void anAdministratorWithASecretMayBeNamed() {
        assertThatCode(() ->
                        check("GATEHOUSE_ADMIN_EMAIL=root@acme.example", "GATEHOUSE_ADMIN_PASSWORD=Copper-Lantern-77"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "'', Copper-Lantern-77, GATEHOUSE_ADMIN_PASSWORD is set and GATEHOUSE_ADMIN_EMAIL is not",
        "root@acme.example, '', GATEHOUSE_ADMIN_EMAIL is set and GATEHOUSE_ADMIN_PASSWORD is not",
        "root, Copper-Lantern-77, GATEHOUSE_ADMIN_EMAIL: An e-mail address has",
        "root@acme.example, short, GATEHOUSE_ADMIN_PASSWORD: A password has at least 8",
        "root@acme.example, password123, GATEHOUSE_ADMIN_PASSWORD: This password is one of those",
        "root@acme.example, root@acme.example, GATEHOUSE_ADMIN_PASSWORD: This password is little more",
        "root@acme.example, administrator, GATEHOUSE_ADMIN_PASSWORD: This password",
    })
    void anAdministratorWithoutOneIsRefused(String email, String password, String beginning) {
        assertThatThrownBy(() -> check("GATEHOUSE_ADMIN_EMAIL=" + email, "GATEHOUSE_ADMIN_PASSWORD=" + password))
                .isInstanceOf(Refusal.class)
                .message()
                .startsWith(beginning)
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31d", "721h", "2w", "-1d", "never"})
    void aTimeToThinkBetterOfAnErasureIsAMonthAtMost(String grace) {
        assertThatThrownBy(() -> check("GATEHOUSE_ERASURE_GRACE=" + grace))
                .isInstanceOf(Refusal.class)
                .hasMessage("GATEHOUSE_ERASURE_GRACE is a time like 14d, a month (30d) at most.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0s", "14d", "30d"})
    void orNoneAtAll(String grace) {
        assertThatCode(() -> check("GATEHOUSE_ERASURE_GRACE=" + grace)).doesNotThrowAnyException();
    }

    @Test
    void theAdministratorsPasswordIsAsLongAsOthers() {
        assertThatThrownBy(() -> check(
                        "GATEHOUSE_PASSWORD_MIN_LENGTH=20",
                        "GATEHOUSE_ADMIN_EMAIL=root@acme.example",
                        "GATEHOUSE_ADMIN_PASSWORD=Copper-Lantern-77"))
                .hasMessageContaining("at least 20");
    }

    @Test
    void whereMailIsSentAddressesMayHaveToBeConfirmed() {
        assertThatCode(() -> check("GATEHOUSE_REGISTRATION=verified", "GATEHOUSE_MAIL=smtp"))
                .doesNotThrowAnyException();
    }
}
