package dev.gatehouse.settings.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.InvalidValue;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SectionTest {

    private static final SectionName MOBILE = new SectionName("mobile");

    private static void refused(String code, ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOfSatisfying(InvalidValue.class, refused -> assertThat(refused.code())
                .isEqualTo(code));
    }

    private static Map<String, String> entries(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(number -> "key-" + number, number -> ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "mobile", "web-2", "-", "0"})
    void aNameIsOfSmallLettersDigitsAndHyphens(String name) {
        assertThat(new SectionName(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Mobile", "a_b", "a.b", "a:b", "{a}", "a/b", "ä", "a\n", "\u0000"})
    void anyOtherNameIsRefused(String name) {
        refused("invalid-section", () -> new SectionName(name));
    }

    @Test
    void aNameHas64CharactersAtMost() {
        assertThat(new SectionName("s".repeat(64)).value()).hasSize(64);
        refused("invalid-section", () -> new SectionName("s".repeat(65)));
    }

    /** Events of a section keep their order only for as long as this is what it was. */
    @Test
    void theSubjectOfANameIsTheSameForEver() {
        assertThat(MOBILE.subject()).isEqualTo(UUID.fromString("00b7087f-40b8-34cd-bfc8-16d520522a73"));
        assertThat(new SectionName("web").subject()).isNotEqualTo(MOBILE.subject());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a:b", "a/b", "{a}", "ä", "a\n", "\u0000"})
    void aKeyIsOfLettersDigitsAndTheSignsThatJoinThem(String key) {
        assertThat(new Setting("Min-Version.ios_2", "").key()).isEqualTo("Min-Version.ios_2");
        refused("invalid-setting-key", () -> new Setting(key, ""));
        refused("invalid-setting-key", () -> new Section(MOBILE, Map.of(key, ""), 1));
    }

    @Test
    void aKeyHas64CharactersAtMost() {
        assertThat(new Setting("k".repeat(64), "").key()).hasSize(64);
        refused("invalid-setting-key", () -> new Setting("k".repeat(65), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "a\r\nb", "\u0000", "a\u001Bb", "a\u0085b", "\uD800", "a\uDC00"})
    void aValueIsAnyTextOfOneLine(String value) {
        assertThat(new Setting("any", "<b> 李小龍 🦊 {{7*7}}").value()).isNotEmpty();
        refused("invalid-setting-value", () -> new Setting("any", value));
        refused("invalid-setting-value", () -> new Section(MOBILE, Map.of("any", value), 1));
    }

    @Test
    void aValueHas512CharactersAtMostHoweverManyBytesTheyAre() {
        assertThat(new Setting("any", "🦊".repeat(512)).value()).hasSize(1024);
        refused("invalid-setting-value", () -> new Setting("any", "🦊".repeat(513)));
    }

    @Test
    void thereAre100SettingsAtMost() {
        assertThat(new Section(MOBILE, entries(100), 1).entries()).hasSize(100);
        refused("too-many-settings", () -> new Section(MOBILE, entries(101), 1));
    }

    @Test
    void aSectionDoesNotChangeWithWhatItWasMadeOf() {
        var entries = new HashMap<>(Map.of("chat", "on"));
        var section = new Section(MOBILE, entries, 1);
        entries.put("chat", "off");
        assertThat(section.entries()).isEqualTo(Map.of("chat", "on"));
    }
}
