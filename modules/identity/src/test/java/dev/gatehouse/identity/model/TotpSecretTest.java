package dev.gatehouse.identity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class TotpSecretTest {

    private final TotpSecret secret = TotpSecret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @Test
    void whoTypesItTypesBase32() {
        assertThat(secret.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        byte[] ones = new byte[20];
        Arrays.fill(ones, (byte) 0xff);
        assertThat(TotpSecret.of(ones).base32()).isEqualTo("7".repeat(32));
    }

    @Test
    void theAddressForAppsSaysWhoseItIsAndHowCodesAreMade() {
        assertThat(secret.uri("Acme & Söhne", EmailAddress.of("ada+x@example.com")))
                .isEqualTo("otpauth://totp/Acme%20%26%20S%C3%B6hne:ada%2Bx%40example.com"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme%20%26%20S%C3%B6hne"
                        + "&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void ofAnotherLengthThereIsNone() {
        assertThatThrownBy(() -> TotpSecret.of(new byte[19])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TotpSecret.of(new byte[21])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobodyChangesOneOrSeesItByAccident() {
        secret.bytes()[0] = 0;
        assertThat(secret.bytes()[0]).isEqualTo((byte) '1');
        assertThat(secret.toString()).doesNotContain("1234", "GEZD");
        var factor = SecondFactor.begin(Samples.userId(), UUID.randomUUID(), secret, Samples.NOW);
        assertThat(factor.toString()).doesNotContain("1234", "GEZD");
    }
}
