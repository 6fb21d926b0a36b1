package dev.gatehouse.app.adapter.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.port.OneTimeCodes;
import dev.gatehouse.identity.port.OneTimeCodesContract;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RandomOneTimeCodesTest implements OneTimeCodesContract {

    private final RandomOneTimeCodes codes = new RandomOneTimeCodes(new SecureRandom());

    @Override
    public OneTimeCodes codes() {
        return codes;
    }

    @Test
    void everyDigitComesAtEveryPlaceAboutAsOften() {
        var some =
                Stream.generate(() -> codes.nextCode().digits()).limit(20_000).toList();
        for (int place = 0; place < 6; place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                int at = place;
                char wanted = digit;
                // 2,000 are expected, and six standard deviations are 255.
                assertThat(some.stream()
                                .filter(code -> code.charAt(at) == wanted)
                                .count())
                        .isBetween(1_745L, 2_255L);
            }
        }
    }
}
