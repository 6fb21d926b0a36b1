package dev.gatehouse.identity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SmsPolicyTest {

    private static final PhoneNumber SWISS = PhoneNumber.of("+41791234567");

    @Test
    void numbersOfItsCountriesAreServedAndNoOthers() {
        var policy = new SmsPolicy(List.of("41", "1202"), 1);
        assertThat(policy.serves(SWISS)).isTrue();
        assertThat(policy.serves(PhoneNumber.of("+12025550123"))).isTrue();
        assertThat(policy.serves(PhoneNumber.of("+12125550123"))).isFalse();
        assertThat(policy.serves(PhoneNumber.of("+44 1632 960000"))).isFalse();
    }

    @Test
    void withoutCountriesAllAreServed() {
        assertThat(new SmsPolicy(List.of(), 1).serves(SWISS)).isTrue();
    }

    @Test
    void codesAreDigitsAndADayHasAnSms() {
        for (String code : List.of("+41", "", "0", "CH", "4 1")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new SmsPolicy(List.of(code), 1));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new SmsPolicy(List.of(), 0));
    }
}
