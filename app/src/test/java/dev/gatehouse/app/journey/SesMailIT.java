package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.peer.NpmServer;
import dev.gatehouse.events.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the settings of the seeds mail goes out over SES, where the SDK is told to find it. */
final class SesMailIT {

    private static final Map<String, String> SDK = Map.of(
            "aws.accessKeyId", "id",
            "aws.secretAccessKey", "not-a-secret");
    private static final String ENDPOINT = "aws.endpointUrlSesV2";

    /** What journeys with other servers have told the SDK. */
    private final Properties before = new Properties();

    @BeforeEach
    void tellTheSdk() {
        before.putAll(System.getProperties());
        SDK.forEach(System::setProperty);
    }

    @AfterEach
    void leaveAsItWas() {
        System.setProperties(before);
    }

    @Test
    void whoRegistersIsWelcomedOverSes() {
        var settings = Map.of(
                "GATEHOUSE_MAIL", "ses", "SES_FROM", "Acme <no-reply@acme.example>", "AWS_REGION", "eu-central-1");
        try (var ses = NpmServer.start("aws-ses-v2-local")) {
            System.setProperty(ENDPOINT, ses.uri().toString());
            try (var gatehouse = Gatehouse.start(MailedGatehouse.SERVERS, settings)) {
                String email = gatehouse.api().register().email();

                Eventually.holds("the mail of " + email, () -> store(ses.uri()).contains(email));
                assertThat(store(ses.uri()))
                        .contains("\"Welcome to Acme: confirm your address\"", "no-reply@acme.example");
            }
        }
    }

    private static String store(URI ses) {
        try (var store = ses.resolve("/store").toURL().openStream()) {
            return new String(store.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
