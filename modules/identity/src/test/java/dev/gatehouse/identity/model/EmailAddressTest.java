package dev.gatehouse.identity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "Ada@Example.COM, ada@example.com",
        "' ada@example.com ', ada@example.com",
        "ａｄａ@example.com, ada@example.com",
        "ada+tag@example.com, ada+tag@example.com",
        "re\u0301ne@example.com, r\u00E9ne@example.com",
        "ada@M\u00DCLLER.example, ada@xn--mller-kva.example",
        "\u212Aelvin@example.com, kelvin@example.com",
    })
    void everySpellingOfAnAddressHasOneCanonicalForm(String written, String canonical) {
        assertThat(EmailAddress.of(written).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "Ada.L@Example.COM, Ada.L@example.com",
        "' ada@M\u00DCLLER.example ', ada@xn--mller-kva.example",
        "ada\uFF20example\u3002com, ada@example.com",
        "Re\u0301ne@example.com, R\u00E9ne@example.com",
    })
    void mailGoesToTheNameAsWrittenAtTheDomainInAscii(String written, String mailbox) {
        assertThat(EmailAddress.of(written).mailbox()).isEqualTo(mailbox);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.com",
                "ada@",
                "ada@localhost",
                "ada@.example.com",
                "ada@example.com.",
                "ada@exa mple.com",
                "a da@example.com",
                "ada\u200B@example.com",
                "ada\r\nBcc: eve@example.com",
                "ada@example.com\u0000",
                ".ada@example.com",
                "a..da@example.com",
                "<ada@example.com>",
                "\u0430da@example.com",
            })
    void whatIsNoAddressOrOnlyLooksLikeAnotherIsRefused(String text) {
        assertThatThrownBy(() -> EmailAddress.of(text))
                .isInstanceOfSatisfying(InvalidValue.class, refused -> assertThat(refused.code())
                        .isEqualTo("invalid-email"));
    }

    @ParameterizedTest
    @CsvSource({"64, true", "65, false"})
    void theLocalPartHas64CharactersAtMost(int length, boolean accepted) {
        String text = "a".repeat(length) + "@example.com";
        if (accepted) {
            assertThat(EmailAddress.of(text).address()).isEqualTo(text);
        } else {
            assertThatThrownBy(() -> EmailAddress.of(text)).isInstanceOf(InvalidValue.class);
        }
    }
}
