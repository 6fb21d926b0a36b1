package dev.gatehouse.app.http.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AcceptLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | de",
                "de-CH,de;q=0.9,en;q=0.8 | de",
                "en;q=0.5, fr-CA;q=0.7 | fr",
                "*, en;q=0.5 | en",
                "de;q=0, en;q=0.1 | en",
                "x-private, pt-BR;q=0.4 | pt",
                "ZH-hant-TW | zh",
                "gsw | gsw",
            })
    void theBestLanguageCountsWithoutItsRegion(String header, String language) {
        assertThat(AcceptLanguage.best(header)).isEqualTo(Locale.of(language));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "*", "de;q=0", "und", "x-private", "de;q=2", "de;;", "1", "<script>", "de\u0000", ","})
    void aHeaderWithoutALanguageIsIgnored(String header) {
        assertThat(AcceptLanguage.best(header)).isNull();
    }

    @Test
    void noHeaderAndAnAbsurdOneAreIgnored() {
        assertThat(AcceptLanguage.best(null)).isNull();
        assertThat(AcceptLanguage.best("en," + "de,".repeat(200) + "en")).isNull();
    }
}
