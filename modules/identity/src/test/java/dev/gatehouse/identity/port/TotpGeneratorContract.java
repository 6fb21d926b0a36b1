package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.SecondFactor;
import dev.gatehouse.identity.model.TotpSecret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What everything that makes the codes of authenticator apps promises. */
public interface TotpGeneratorContract {

    TotpGenerator codes();

    /** RFC 6238, appendix B, of which the last six digits are those of a shorter code. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    default void theExamplesOfTheStandardHold(long second, String digits) {
        var secret = TotpSecret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
        long step = SecondFactor.step(Instant.ofEpochSecond(second));
        assertThat(codes().code(secret, step).digits()).isEqualTo(digits);
    }

    @Test
    default void parallelCallsDoNotDisturbOneAnother() {
        var secret = TotpSecret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
        assertThat(InParallel.run(50, number -> codes().code(secret, 1).digits()))
                .containsOnly("287082");
    }
}
