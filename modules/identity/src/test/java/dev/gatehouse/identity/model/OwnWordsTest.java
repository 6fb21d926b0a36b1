package dev.gatehouse.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OwnWordsTest {

    private final OwnWords own =
            OwnWords.of(PersonName.of("Ada Løvelace-Byron"), EmailAddress.of("The.Countess@Analytical.example"));

    @Test
    void theyAreThoseOfTheNameAndTheAddressTheLongestFirst() {
        assertThat(own.words()).containsExactly("analytical", "løvelace", "countess", "byron", "ada", "the");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada.løvelace",
                "AdaLøvelace1",
                "The-Countess-99",
                "byron.byron",
                "countess@analytical",
                "A.d.a-1"
            })
    void aPasswordIsMadeOfThemWhateverStandsBetween(String password) {
        assertThat(own.makeUp(Password.of(password))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Violet-Kettle-42", "Ada likes engines", "------------", "Canadian bacon"})
    void aWordAmongOthersDoesNoHarm(String password) {
        assertThat(own.makeUp(Password.of(password))).isFalse();
    }

    @Test
    void theyDoNotShowThemselves() {
        assertThat(own.toString()).doesNotContain("ada", "countess");
    }
}
