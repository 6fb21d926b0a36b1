package dev.gatehouse.identity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordTest {

    private static void refused(String text) {
        assertThatThrownBy(() -> Password.of(text)).isInstanceOfSatisfying(InvalidValue.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("invalid-password");
            assertThat(refusal.detail()).doesNotContain(text.isEmpty() ? "\u0000" : text);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "re\u0301sume\u0301, r\u00E9sum\u00E9",
        "ｐａｓｓｗｏｒｄ, password",
        "ﬁne, fine",
        "\u212B, \u00C5",
        "x\u00B2, x2",
    })
    void theSameKeysOnAnotherKeyboardGiveTheSamePassword(String one, String other) {
        assertThat(Password.of(one)).isEqualTo(Password.of(other));
    }

    @Test
    void caseAndBlanksCount() {
        assertThat(Password.of("Password")).isNotEqualTo(Password.of("password"));
        assertThat(Password.of(" password ")).isNotEqualTo(Password.of("password"));
        assertThat(Password.of("   ").length()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "🦊", "李"})
    void itHas128CharactersAtMostHoweverManyBytesTheyAre(String character) {
        assertThat(Password.of(character.repeat(128)).length()).isEqualTo(128);
        refused(character.repeat(129));
    }

    @Test
    void itIsNotEmpty() {
        refused("");
    }

    @Test
    void whatGrowsBeyondTheLimitWhenNormalisedIsRefused() {
        assertThat(Password.of("\uFDFA".repeat(7)).length()).isEqualTo(126);
        refused("\uFDFA".repeat(8));
    }

    @Test
    void whatShrinksToTheLimitWhenNormalisedIsAccepted() {
        assertThat(Password.of("e\u0301".repeat(128)).length()).isEqualTo(128);
        refused("e\u0301".repeat(129));
    }

    /** Normalising these ten million characters would take far longer, and the memory of 180 million. */
    @Test
    @Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void itIsBoundedBeforeItIsNormalised() {
        refused("\uFDFA".repeat(10_000_000));
        refused("a" + "\u0301\u0323".repeat(5_000_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password\uD800", "\uDC00password", "pass\uDC00\uD800word"})
    void halfACharacterIsRefused(String text) {
        refused(text);
    }

    @Test
    void aPolicyAsksForALengthInCharacters() {
        var policy = new PasswordPolicy(8);
        assertThat(policy.accept(Password.of("🦊".repeat(8))).password()).isEqualTo(Password.of("🦊".repeat(8)));
        assertThatThrownBy(() -> policy.accept(Password.of("🦊".repeat(7))))
                .isInstanceOfSatisfying(InvalidValue.class, refused -> assertThat(refused.code())
                        .isEqualTo("password-too-short"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 7, 65})
    void aPolicyOutOfBoundsIsRefused(int shortest) {
        assertThatThrownBy(() -> new PasswordPolicy(shortest)).isInstanceOf(IllegalArgumentException.class);
    }
}
