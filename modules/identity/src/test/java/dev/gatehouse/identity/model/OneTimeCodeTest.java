package dev.gatehouse.identity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OneTimeCodeTest {

    private static final ChallengeId ID = new ChallengeId("a".repeat(22), "b".repeat(22));
    private static final ChallengeId OTHER = new ChallengeId("a".repeat(22), "c".repeat(22));

    @Test
    void everyNumberHasSixDigitsAndBlanksDoNotCount() {
        assertThat(OneTimeCode.numbered(0).digits()).isEqualTo("000000");
        assertThat(OneTimeCode.numbered(42).digits()).isEqualTo("000042");
        assertThat(OneTimeCode.numbered(999_999).digits()).isEqualTo("999999");
        assertThat(OneTimeCode.of(" 123 456 ")).isEqualTo(OneTimeCode.numbered(123_456));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12345a", "+12345", "١٢٣٤٥٦", "12345\n", "123456          123456"})
    void anythingElseIsNone(String text) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> OneTimeCode.of(text));
    }

    @Test
    void whatIsKeptOfACodeIsOfOneChallengeAlone() {
        MasterKey key = Samples.masterKey();
        OneTimeCode code = OneTimeCode.numbered(123_456);
        assertThat(code.hash(ID, key)).isEqualTo(code.hash(ID, key)).doesNotContain("123456");
        assertThat(code.hash(ID, key)).isNotEqualTo(code.hash(OTHER, key));
        assertThat(code.hash(ID, key))
                .isNotEqualTo(OneTimeCode.numbered(123_457).hash(ID, key));
    }

    @Test
    void anIdIsReadInItsOneFormAlone() {
        assertThat(ChallengeId.read(ID.toString())).contains(ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.b", "%s.", ".%s", "%s.x", " %s", "%s}:{evil}", "../%s"})
    void anythingElseIsNoId(String form) {
        assertThat(ChallengeId.read(form.formatted(ID))).isEmpty();
    }
}
