package dev.gatehouse.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What everything that draws QR codes promises. */
public interface QrCodesContract {

    QrCodes qrCodes();

    @Test
    default void aTextIsAPngAndAnotherOneAnother() {
        byte[] png = qrCodes().png("otpauth://totp/a");
        assertThat(Arrays.copyOf(png, 8)).containsExactly(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
        assertThat(qrCodes().png("otpauth://totp/a")).isEqualTo(png);
        assertThat(qrCodes().png("otpauth://totp/b")).isNotEqualTo(png);
    }

    @Test
    default void theLongestTextIsDrawnAndNoneThatIsLonger() {
        assertThat(qrCodes().png("a".repeat(QrCodes.MOST_CHARACTERS))).isNotEmpty();
        assertThatThrownBy(() -> qrCodes().png("a".repeat(QrCodes.MOST_CHARACTERS + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void whatIsNoTextIsNotDrawn() {
        assertThatThrownBy(() -> qrCodes().png("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> qrCodes().png("é")).isInstanceOf(IllegalArgumentException.class);
    }
}
