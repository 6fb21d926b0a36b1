package dev.gatehouse.identity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+41791234567, +41791234567",
        "+41 79 123 45 67, +41791234567",
        "+1 (415) 555-2671, +14155552671",
        "+44.20.7946.0958, +442079460958",
        "+1234567, +1234567",
        "+123456789012345, +123456789012345",
    })
    void aNumberIsItsDigitsHoweverTheyAreGrouped(String written, String number) {
        assertThat(PhoneNumber.of(written).value()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "0791234567",
                "0041791234567",
                "+0791234567",
                "+123456",
                "+1234567890123456",
                "+41 79 123 45 6x",
                "++41791234567",
                "41791234567+",
                "+４１７９１２３４５６７",
                "+41791234567;ext=1",
                "+4179\n1234567",
                "tel:+41791234567",
            })
    void whatIsNoInternationalNumberIsRefused(String text) {
        assertThatThrownBy(() -> PhoneNumber.of(text))
                .isInstanceOfSatisfying(InvalidValue.class, refused -> assertThat(refused.code())
                        .isEqualTo("invalid-phone"));
    }

    @Test
    void whatIsFarTooLongIsRefused() {
        assertThatThrownBy(() -> PhoneNumber.of("+41791234567" + " ".repeat(1_000_000)))
                .isInstanceOf(InvalidValue.class);
    }
}
