package dev.gatehouse.identity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UserSearchTest {

    @Test
    void thePrefixOfAnAddressIsFoldedAsAddressesAre() {
        assertThat(EmailPrefix.of(" ADA.Love ").value()).isEqualTo("ada.love");
        assertThat(EmailPrefix.of("Ａda@Ex").value()).isEqualTo("ada@ex");
        String whole = Samples.email().address();
        assertThat(EmailPrefix.of(whole).value())
                .isEqualTo(EmailAddress.of(whole).canonical());
    }

    @Test
    void thePrefixOfANameIsTakenAsItIs() {
        assertThat(NamePrefix.of(" Ada L").value()).isEqualTo("Ada L");
        assertThat(NamePrefix.of("Ada ").value()).isEqualTo("Ada ");
        assertThat(NamePrefix.of("O'Neil-\u0130").value()).isEqualTo("O'Neil-\u0130");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\0", "a b", "a\nb", "a\u200b", "\ud800", "a,b", "%\u202e"})
    void whatNoAddressBeginsWithIsRefused(String text) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> EmailPrefix.of(text))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("invalid-email-prefix"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\0", "a\n", "a\u200b", "\ud800", "a\u202eb", "\u2028"})
    void whatNoNameBeginsWithIsRefused(String text) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> NamePrefix.of(text))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("invalid-name-prefix"));
    }

    @Test
    void longPrefixesAreRefused() {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> EmailPrefix.of("a".repeat(255)));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> NamePrefix.of("a".repeat(101)));
    }

    @Test
    void whatSomebodyLooksForIsNotLogged() {
        assertThat(new UserSearch(EmailPrefix.of("ada"), NamePrefix.of("ada")).toString())
                .doesNotContain("ada");
    }
}
