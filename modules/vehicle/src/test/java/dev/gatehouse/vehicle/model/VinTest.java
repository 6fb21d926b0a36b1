package dev.gatehouse.vehicle.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VinTest {

    @ParameterizedTest
    @ValueSource(strings = {"1M8GDM9AXKP042788", "1m8gdm9axkp042788", " 1M8GDM9AxKP042788\n"})
    void aVinIsItsCharactersInCapitals(String written) {
        assertThat(Vin.of(written).value()).isEqualTo("1M8GDM9AXKP042788");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1M8GDM9AXKP04278",
                "1M8GDM9AXKP0427888",
                "IM8GDM9AXKP042788",
                "1M8GDM9AXKPO42788",
                "1M8GDM9AXKPQ42788",
                "1M8GDM9AXKPı42788",
                "1M8GDM9AXKP-42788",
                "1M8GDM9AXKP 42788",
                "1M8GDM9AXKP\u066042788",
                "１M8GDM9AXKP042788",
            })
    void whatIsNoVinIsRefused(String text) {
        assertThatThrownBy(() -> Vin.of(text))
                .isInstanceOfSatisfying(InvalidValue.class, refused -> assertThat(refused.code())
                        .isEqualTo("invalid-vin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1M8GDM9AXKP042788", "11111111111111111", "1HGCM82633A004352", "5GZCZ43D13S812715"})
    void aVinMayHaveACheckDigit(String text) {
        assertThat(Vin.of(text).hasCheckDigit()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1M8GDM9A0KP042788", "1M8GDM9AXKP042789", "11111111211111111", "WVWZZZ1JZXW000001"})
    void aVinMayDoWithoutOne(String text) {
        assertThat(Vin.of(text).hasCheckDigit()).isFalse();
    }

    @Test
    void everyCharacterCounts() {
        String ones = "1".repeat(17);
        for (int at = 0; at < ones.length(); at++) {
            Vin other = Vin.of(ones.substring(0, at) + "2" + ones.substring(at + 1));
            assertThat(other.hasCheckDigit()).as("at %d", at).isFalse();
        }
    }

    @Test
    void noTextShowsIt() {
        assertThat(Vin.of("1M8GDM9AXKP042788").toString()).doesNotContain("042788");
    }
}
