package dev.gatehouse.app.adapter.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookSecretsTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);

    private static String sign(String secrets) {
        return WebhookSecrets.of(secrets).sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, BODY);
    }

    /** The known answer that the reference libraries of Standard Webhooks are tested with. */
    @Test
    void itSignsAsTheReferenceLibrariesDo() {
        assertThat(sign(SECRET)).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void whileASecretIsChangedThereIsASignatureOfEach() {
        assertThat(sign(OTHER + "  " + SECRET)).isEqualTo(sign(OTHER) + " " + sign(SECRET));
        assertThat(sign(OTHER)).isNotEqualTo(sign(SECRET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "changeme",
                "whsec_",
                "whsec_c2hvcnQ=",
                "whsec_not base64 but long enough to be a secret",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                SECRET + " whsec_c2hvcnQ=",
                "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void whatIsNoSecretIsRefusedWithoutRepeatingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebhookSecrets.of(text))
                .withMessage("A webhook's secret is whsec_ and then 24 to 64 bytes in base64.");
    }
}
