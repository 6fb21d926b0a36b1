package dev.gatehouse.vehicle.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.InvalidValue;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VehicleDetailsTest {

    private static void refused(String code, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(InvalidValue.class, refused -> assertThat(refused.code())
                .isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BMW", "Citroën", "Mercedes-Benz", "Škoda", "比亚迪", "ہونڈا", "Rolls-Royce Ltd. (UK)", "7"})
    void aMakeIsOfAnyScript(String make) {
        assertThat(Make.of(make).value()).isEqualTo(make);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2CV 6", "9-3 1.9 TiD", "up!", "Mazda3", "ID.3 Pro S", "e-tron GT / RS", "A4 B&O, rot"})
    void aModelHasSignsInIt(String model) {
        assertThat(ModelName.of(model).value()).isEqualTo(model);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZH 123456", "M-AB 1234E", "京A·12345", "12-345-67", "ד 123", "A"})
    void aPlateIsAsItsCountryHasIt(String plate) {
        assertThat(LicensePlate.of(plate).value()).isEqualTo(plate);
    }

    @Test
    void theSameWordsAreTheSameHoweverTheyAreEncoded() {
        assertThat(Make.of("  Citroe\u0308n ")).isEqualTo(Make.of("Citroën"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "<b>BMW</b>",
                "BM\nW",
                "BM\tW",
                "BM\0W",
                "BM\u200bW",
                "BM\u202eW",
                "BMW\ud800",
                "$BMW"
            })
    void whatIsNoWordIsRefused(String text) {
        refused("invalid-make", () -> Make.of(text));
        refused("invalid-model", () -> ModelName.of(text));
        refused("invalid-license-plate", () -> LicensePlate.of(text));
    }

    @Test
    void eachHasItsLongest() {
        assertThat(Make.of("ä".repeat(50)).value()).hasSize(50);
        assertThat(ModelName.of("ä".repeat(100)).value()).hasSize(100);
        assertThat(LicensePlate.of("ä".repeat(20)).value()).hasSize(20);
        refused("invalid-make", () -> Make.of("ä".repeat(51)));
        refused("invalid-model", () -> ModelName.of("ä".repeat(101)));
        refused("invalid-license-plate", () -> LicensePlate.of("ä".repeat(21)));
    }

    @Test
    void aModelYearIsOneOfACar() {
        assertThat(ModelYear.of(1886).value()).isEqualTo(1886);
        assertThat(ModelYear.of(2100).value()).isEqualTo(2100);
        for (int year : new int[] {1885, 2101, 0, -1978, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            refused("invalid-year", () -> ModelYear.of(year));
        }
    }

    @Test
    void noTextShowsWhatIsPersonal() {
        assertThat(VehicleSamples.details(VehicleSamples.vin(), "ZH 123456").toString())
                .contains("Citroën")
                .doesNotContain("WVWZZZ", "ZH 123456");
    }
}
