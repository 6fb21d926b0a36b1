package dev.gatehouse.app.cached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyTemplateTest {

    private static final KeyTemplate CONFIG = new KeyTemplate("config:{section}");

    private static String key(Object section) {
        return CONFIG.key(Map.of("section", section, "other", "x"));
    }

    @Test
    void theBracesStayInTheKeyAroundTheValue() {
        assertThat(key("mobile")).isEqualTo("config:{mobile}");
        assertThat(new KeyTemplate("a-b:{x}:pages:{y2}").key(Map.of("x", 7, "y2", new UUID(0, 1))))
                .isEqualTo("a-b:{7}:pages:{00000000-0000-0000-0000-000000000001}");
    }

    @Test
    void aTemplateSaysItsNameAndItsParameters() {
        assertThat(CONFIG.name()).isEqualTo("config");
        assertThat(new KeyTemplate("a:{x}:{y}").parameters()).isEqualTo(List.of("x", "y"));
        assertThat(new KeyTemplate("all:switches").key(Map.of())).isEqualTo("all:switches");
    }

    @ParameterizedTest
    @CsvSource({
        "a:b, a%003Ab",
        "}:{b, %007D%003A%007Bb",
        "%, %0025",
        "%0025, %00250025",
        "a b, a%0020b",
        "é, %00E9",
        "🦊, %D83E%DD8A",
        "$1\\, %00241%005C",
        "A.z_0~-, A.z_0~-"
    })
    void whatIsInAValueChangesNothingAroundIt(String value, String encoded) {
        assertThat(key(value)).isEqualTo("config:{" + encoded + "}");
    }

    @Test
    void differentValuesHaveDifferentKeysEvenWhereUtf8HasNoWordForThem() {
        assertThat(List.of(key(""), key("%"), key("?"), key("\uD800"), key("\uDC00"), key("\n"), key("null")))
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("config:\\{[A-Za-z0-9%]+}"));
    }

    @Test
    void aKeyWithoutAValueIsNotMade() {
        assertThatThrownBy(() -> CONFIG.key(Map.of("version", "1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "config",
                "{section}",
                "config:",
                "config:{}",
                "config:{a b}",
                "config:{a",
                "c:a}",
                "config:{a}}",
                "Config:{a}",
                "config:{a}:",
                "config:{{a}}",
                ":{a}",
                "config {a}",
                "config:{a}\n"
            })
    void whatIsNoTemplateIsRefused(String text) {
        assertThatThrownBy(() -> new KeyTemplate(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("config:{section}");
    }
}
