package dev.gatehouse.identity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PersonNameTest {

    @ParameterizedTest
    @CsvSource({
        "Ada Lovelace, Ada Lovelace",
        "'  Ada  ', Ada",
        "Rene\u0301e, Ren\u00E9e",
        "李小龍, 李小龍",
        "O’Brien-Smith Jr., O’Brien-Smith Jr.",
        "X Æ A-12, X Æ A-12",
        "क्\u200Dष, क्\u200Dष",
        "\u2003Ada\u2003, Ada",
        "🦊, 🦊",
    })
    void aNameIsWhatItsOwnerWritesWithoutTheBlanksAround(String written, String name) {
        assertThat(PersonName.of(written).value()).isEqualTo(name);
    }

    @Test
    void aNameHas100CharactersAtMostHoweverManyBytesTheyAre() {
        assertThat(PersonName.of("🦊".repeat(100)).value()).isEqualTo("🦊".repeat(100));
        assertThatThrownBy(() -> PersonName.of("🦊".repeat(101))).isInstanceOf(InvalidValue.class);
        assertThat(PersonName.of(" ".repeat(1_000) + "a").value()).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\u2003",
                "Ada\nLovelace",
                "Ada\r\nSet-Cookie: x=1",
                "Ada\u0000",
                "Ada\u001B[31m",
                "Ada\u202Eecalevol",
                "Ada\u200B",
                "\u2066Ada\u2069",
                "Ada\uFEFFLovelace",
                "Ada\u2028Lovelace",
                "Ada\uE000",
                "\uD800",
                "Ada\u0378",
                "\u200D",
                "\u200C\u200D",
            })
    void aNameThatCannotBeSeenOrHidesSomethingIsRefused(String text) {
        assertThatThrownBy(() -> PersonName.of(text))
                .isInstanceOfSatisfying(InvalidValue.class, refused -> assertThat(refused.code())
                        .isEqualTo("invalid-name"));
    }
}
