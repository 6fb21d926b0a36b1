package dev.gatehouse.notification.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageTest {

    @ParameterizedTest
    @CsvSource({"de, DE", "de-CH, DE", "DE-at, DE", "de-Latn-DE-u-co-phonebk, DE", "en-GB, EN", "fr, EN", "und, EN"})
    void aLanguageIsFoundWhateverItsRegionAndElseItIsEnglish(String tag, Language expected) {
        assertThat(Language.of(Locale.forLanguageTag(tag))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "EN, PT5M, 5 minutes",
        "EN, PT1M, 1 minute",
        "EN, PT1H, 1 hour",
        "EN, PT24H, 24 hours",
        "EN, P2D, 2 days",
        "EN, PT49H, 49 hours",
        "EN, PT90M, 90 minutes",
        "DE, PT5M, 5 Minuten",
        "DE, PT1M, 1 Minute",
        "DE, PT1H, 1 Stunde",
        "DE, PT24H, 24 Stunden",
        "DE, P7D, 7 Tage",
    })
    void aLengthOfTimeIsSaidInHoursWhereItCanBe(Language language, Duration length, String words) {
        assertThat(language.say(length)).isEqualTo(words);
    }
}
