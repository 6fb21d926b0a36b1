package dev.gatehouse.identity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PreferencesTest {

    private static void refused(String code, String key, String value) {
        assertThatThrownBy(() -> new Preference(key, value))
                .isInstanceOfSatisfying(InvalidValue.class, refused -> assertThat(refused.code())
                        .isEqualTo(code));
        assertThatThrownBy(() -> Preferences.NONE.with(Map.of(key, value))).isInstanceOf(InvalidValue.class);
    }

    private static Map<String, String> entries(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(number -> "key-" + number, number -> ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"theme", "T", "mail.digest", "a_b-c", "0", "constructor", "language-2"})
    void aKeyIsOfLettersDigitsAndTheSignsThatJoinThem(String key) {
        assertThat(new Preference(key, "x").key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a:b", "a/b", "a~b", "{a}", "ä", "a\n", "\u0000", "a$", "a\\b", "a\"b"})
    void anyOtherKeyIsRefused(String key) {
        refused("invalid-preference-key", key, "x");
    }

    @Test
    void aKeyHas64CharactersAtMost() {
        assertThat(new Preference("k".repeat(64), "").key()).hasSize(64);
        refused("invalid-preference-key", "k".repeat(65), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "dark", "<b>", "{{7*7}}", "李小龍", "🦊", "a\u200Db", "{\"a\":1}"})
    void aValueIsAnyTextOfOneLine(String value) {
        assertThat(new Preference("any", value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "a\r\nb", "\u0000", "a\u001Bb", "a\u0085b", "\uD800", "a\uDC00"})
    void aValueOfSeveralLinesOrWithControlsIsRefused(String value) {
        refused("invalid-preference-value", "any", value);
    }

    @Test
    void aValueHas512CharactersAtMostHoweverManyBytesTheyAre() {
        assertThat(new Preference("any", "🦊".repeat(512)).value()).hasSize(1024);
        refused("invalid-preference-value", "any", "🦊".repeat(513));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de-CH", "zh-Hant-TW", "EN-us", "gsw", "de-1996", "en-x-private", "de-u-co-phonebk"})
    void aLanguageIsAWellFormedTag(String tag) {
        assertThat(new Preference("language", tag).value()).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "e", "en_US", "englishamerican", "de-", "-de", "de--CH", "und", "x-us", "*", "12"})
    void aLanguageThatIsNoneIsRefused(String tag) {
        refused("invalid-language", "language", tag);
    }

    @Test
    void thereAre50AtMost() {
        assertThat(Preferences.NONE.with(entries(50)).entries()).hasSize(50);
        assertThatThrownBy(() -> Preferences.NONE.with(entries(51)))
                .isInstanceOfSatisfying(InvalidValue.class, refused -> assertThat(refused.code())
                        .isEqualTo("too-many-preferences"));
    }

    @Test
    void theyDoNotChangeWithWhatTheyWereMadeOf() {
        var entries = new HashMap<>(Map.of("theme", "dark"));
        var preferences = Preferences.NONE.with(entries);
        entries.put("theme", "light");
        assertThat(preferences.entries()).isEqualTo(Map.of("theme", "dark"));
    }

    @Test
    void theLanguageIsReadAsALocale() {
        assertThat(Preferences.NONE.language()).isEmpty();
        assertThat(Preferences.NONE.with(Map.of("language", "de-ch")).language())
                .contains(Locale.of("de", "CH"));
    }
}
