package dev.gatehouse.identity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecoveryCodeTest {

    private static final String CODE = "0123-4567-89AB-CDEF";

    @ParameterizedTest
    @ValueSource(
            strings = {
                CODE,
                "0123456789abcdef",
                " 0123 4567 89ab cdef ",
                "o123-4567-89ab-cdef",
                "0i23-4567-89ab-cdef",
                "0L23-4567-89AB-CDEF"
            })
    void anySpellingOfItIsIt(String text) {
        assertThat(RecoveryCode.of(text).text()).isEqualTo(CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123456",
                "0123-4567-89AB-CDE",
                "0123-4567-89AB-CDEFG",
                "U123-4567-89AB-CDEF",
                "０123-4567-89AB-CDEF",
                "0123_4567_89AB_CDEF",
                "0123-4567-89AB-CDE\u0000",
                "0123-4567-89AB-CDEF                                        "
            })
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> RecoveryCode.of(text)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void tenBytesMakeOne() {
        byte[] chance = {0, 0, 0, 0, 1, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff};
        assertThat(RecoveryCode.of(chance).text()).isEqualTo("0000-0001-ZZZZ-ZZZZ");
        assertThatThrownBy(() -> RecoveryCode.of(new byte[9])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsKeptOfItIsForItsUserAndDoesNotTellIt() {
        UserId user = Samples.userId();
        RecoveryCode code = RecoveryCode.of(CODE);
        assertThat(code.digest(user))
                .isEqualTo(RecoveryCode.of("o123456789abcdef").digest(user))
                .isNotEqualTo(code.digest(Samples.userId()))
                .hasSize(43);
        assertThat(code.toString()).doesNotContain("0123");
        assertThat(new SecondFactorCode.OfList(code).toString()).doesNotContain("0123");
    }

    @Test
    void whichOfTheTwoACodeIsShowsInItsForm() {
        assertThat(SecondFactorCode.of("123 456")).isEqualTo(new SecondFactorCode.OfApp(OneTimeCode.of("123456")));
        assertThat(SecondFactorCode.of(CODE)).isEqualTo(new SecondFactorCode.OfList(RecoveryCode.of(CODE)));
        assertThatThrownBy(() -> SecondFactorCode.of("12345")).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> SecondFactorCode.of("9".repeat(1_000_000))).isInstanceOf(InvalidValue.class);
    }
}
