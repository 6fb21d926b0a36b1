package dev.gatehouse.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PreflightTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Map<String, String> variables = new HashMap<>(
            Map.of("GATEHOUSE_MASTER_KEY", "bWFzdGVyIGtleSBmb3IgdGVzdHMgb25seSwgMzIgYnk=", "DB_PASSWORD", "for-tests"));

    private Optional<String> refusal() {
        return new Preflight(name -> variables.getOrDefault(name, "")).refusal();
    }

    private void demandRefusal(String beginning) {
        assertThat(refusal()).get().asString().startsWith(beginning).hasLineCount(1);
    }

    private void webhook(String url, String secret) {
        variables.putAll(Map.of(
                "GATEHOUSE_EVENTS", "webhook", "GATEHOUSE_WEBHOOK_URL", url, "GATEHOUSE_WEBHOOK_SECRET", secret));
    }

    @Test
    void withItsSecretsAndNothingElseItMayStart() {
        assertThat(refusal()).isEmpty();
        variables.put("GATEHOUSE_EVENTS", "none");
        assertThat(refusal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "RabbitMQ", "rabbitmq,webhook"})
    void aPublisherThatIsNoneIsNamed(String publisher) {
        variables.put("GATEHOUSE_EVENTS", publisher);
        demandRefusal("GATEHOUSE_EVENTS is one of none, rabbitmq, eventbridge, webhook.");
    }

    @ParameterizedTest
    @CsvSource({
        "rabbitmq, RABBITMQ_URL is not set",
        "eventbridge, AWS_REGION is not set",
        "webhook, GATEHOUSE_WEBHOOK_URL is not set"
    })
    void whatAPublisherCannotDoWithoutIsNamed(String publisher, String line) {
        variables.put("GATEHOUSE_EVENTS", publisher);
        demandRefusal(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"amqp://localhost", "amqps://user:pass@rabbit.example:5671/vhost"})
    void rabbitMqNeedsAnAddress(String url) {
        variables.putAll(Map.of("GATEHOUSE_EVENTS", "rabbitmq", "RABBITMQ_URL", url));
        assertThat(refusal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rabbit.example", "https://rabbit.example", "amqp://user:pa ss@rabbit.example"})
    void whatIsNoAddressOfRabbitMqIsNotRepeated(String url) {
        variables.putAll(Map.of("GATEHOUSE_EVENTS", "rabbitmq", "RABBITMQ_URL", url));
        demandRefusal("RABBITMQ_URL is no address like amqps://user:password@host/vhost.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "ten", "-1"})
    void aUserHasAThousandSessionsAtMostAndOneAtLeast(String most) {
        variables.put("GATEHOUSE_SESSIONS_MAX", "1000");
        assertThat(refusal()).isEmpty();
        variables.put("GATEHOUSE_SESSIONS_MAX", most);
        demandRefusal("GATEHOUSE_SESSIONS_MAX is a number of sessions, 1 to 1000.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"23h", "86399", "forever", "-1d"})
    void theAuditLogKeepsWhatItHasForADayAtLeast(String retention) {
        variables.put("GATEHOUSE_AUDIT_RETENTION", "1d");
        assertThat(refusal()).isEmpty();
        variables.put("GATEHOUSE_AUDIT_RETENTION", retention);
        demandRefusal("GATEHOUSE_AUDIT_RETENTION is a time of a day at least, like 365d.");
    }

    @Test
    void eventBridgeNeedsARegionAndABusThatCanBeOne() {
        variables.putAll(Map.of("GATEHOUSE_EVENTS", "eventbridge", "AWS_REGION", "eu-central-1"));
        assertThat(refusal()).isEmpty();
        variables.put("EVENT_BUS_NAME", "arn:aws:events:eu-central-1:123456789012:event-bus/users");
        assertThat(refusal()).isEmpty();
        variables.put("EVENT_BUS_NAME", "my users");
        demandRefusal("EVENT_BUS_NAME is the name of an event bus, or its ARN.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://hooks.example/gatehouse", "http://localhost:9000/", "http://127.0.0.1/", "http://[::1]/"
            })
    void aWebhookNeedsHttpsOrThisMachine(String url) {
        webhook(url, SECRET);
        assertThat(refusal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://hooks.example/", "hooks.example", "ftp://hooks.example/", "https:///path", "https://a b/"
            })
    void whatAWebhookMustNotGoToIsRefused(String url) {
        webhook(url, SECRET);
        demandRefusal("GATEHOUSE_WEBHOOK_URL is no address that begins with https://");
    }

    @Test
    void aWebhookNeedsASecretThatCanBeOne() {
        webhook("https://hooks.example/", "changeme");
        demandRefusal("GATEHOUSE_WEBHOOK_SECRET: A webhook's secret is whsec_ and then 24 to 64 bytes in base64.");
        webhook("https://hooks.example/", "");
        demandRefusal("GATEHOUSE_WEBHOOK_SECRET is not set");
    }
}
