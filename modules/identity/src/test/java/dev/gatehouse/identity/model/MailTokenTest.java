package dev.gatehouse.identity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MailTokenTest {

    private static final String ZEROS = "A".repeat(43);

    @Test
    void itIsTheChanceInBase64url() {
        assertThat(MailToken.of(new byte[32]).text()).isEqualTo(ZEROS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 31, 33})
    void itIsMadeOfAllItsBytes(int bytes) {
        assertThatThrownBy(() -> MailToken.of(new byte[bytes])).isInstanceOf(IllegalArgumentException.class);
    }

    /** As OpenSSL says. */
    @Test
    void itsDigestIsThatOfItsText() {
        assertThat(new MailToken(ZEROS).digest()).isEqualTo("DwBzhbb51LfusnSGBa_hqYSgo7-j8BTQnip4TOnlzRo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", " ", "\u0000", "Ä", "=", "'; DROP TABLE identity.mailings; --"})
    void whatNoTokenHasIsNoToken(String end) {
        assertThat(MailToken.read(ZEROS.substring(1) + end).isPresent()).isEqualTo(end.equals("A"));
        assertThat(MailToken.read(ZEROS + end).isPresent()).isEqualTo(end.isEmpty());
    }

    @Test
    void aLongTextIsNoToken() {
        assertThat(MailToken.read(ZEROS.repeat(100_000))).isEmpty();
    }

    @Test
    void itDoesNotShowItself() {
        assertThat(new MailToken(ZEROS).toString()).doesNotContain("AAA");
    }
}
