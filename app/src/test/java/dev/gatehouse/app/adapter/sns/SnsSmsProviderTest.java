package dev.gatehouse.app.adapter.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.app.adapter.pebble.PebbleMessageTemplates;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.notification.model.Language;
import dev.gatehouse.notification.model.Sms;
import dev.gatehouse.notification.port.DeliveryUnavailable;
import dev.gatehouse.notification.port.ISmsProvider;
import dev.gatehouse.notification.port.ISmsProviderContract;
import dev.gatehouse.notification.port.MessageTemplates;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;

/** Against a stub of the API; what each of its answers means for the message. */
final class SnsSmsProviderTest implements ISmsProviderContract {

    private static final Duration PATIENCE = Duration.ofMillis(4_500);
    private static final Sms SMS =
            new Sms(UUID.randomUUID(), PhoneNumber.of("+41791234567"), Language.EN, "482913", Duration.ofMinutes(5));

    private final SnsStub sns = new SnsStub();
    private final SnsStub other = new SnsStub();
    private final MessageTemplates templates = new PebbleMessageTemplates("Acme");

    @AfterEach
    void stop() {
        sns.close();
        other.close();
    }

    private SnsSmsProvider at(URI endpoint, Duration patience) {
        var client = SnsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "not-a-secret")))
                .httpClientBuilder(UrlConnectionHttpClient.builder());
        return new SnsSmsProvider(client, templates, patience);
    }

    @Override
    public ISmsProvider provider() {
        return at(sns.uri(), PATIENCE);
    }

    @Override
    public ISmsProvider unreachable() {
        other.close();
        return at(other.uri(), PATIENCE);
    }

    @Override
    public ISmsProvider refusing() {
        other.failing(400, "InvalidParameter", "Invalid parameter: PhoneNumber Reason: +41791234567 is not valid");
        return at(other.uri(), PATIENCE);
    }

    @Override
    public MessageTemplates templates() {
        return templates;
    }

    @Override
    public List<Received> received(PhoneNumber number) {
        return sns.published().stream()
                .filter(message -> number.value().equals(message.get("PhoneNumber")))
                .map(message -> new Received(
                        UUID.fromString(attribute(message, SnsSmsProvider.ID_ATTRIBUTE)),
                        message.getOrDefault("Message", "")))
                .toList();
    }

    private static String attribute(Map<String, String> message, String name) {
        return IntStream.rangeClosed(1, 2)
                .mapToObj("MessageAttributes.entry.%d."::formatted)
                .filter(entry -> name.equals(message.get(entry + "Name")))
                .map(entry -> message.get(entry + "Value.StringValue"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMessageIsATransactionalOne() {
        provider().send(SMS);

        assertThat(sns.published()).singleElement().satisfies(message -> {
            assertThat(message).containsEntry("Action", "Publish").doesNotContainKey("TopicArn");
            assertThat(attribute(message, "AWS.SNS.SMS.SMSType")).isEqualTo("Transactional");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "400, InvalidParameter, '+41791234567 is opted out', Refused",
        "400, ParameterValueInvalid, '+41791234567', Refused",
        "403, AuthorizationError, 'not authorized', Unavailable",
        "403, InvalidClientTokenId, 'the token is invalid', Unavailable",
        "400, KMSDisabled, disabled, Unavailable",
        "400, Throttling, 'Rate exceeded', Unavailable",
        "429, Throttled, 'Rate exceeded', Unavailable",
        "500, InternalError, '', Unavailable",
        "503, ServiceUnavailable, '', Unavailable",
        "418, SomethingNew, '', Unavailable",
    })
    void whatIsAnsweredConcernsThisMessageOrAllOfThem(int status, String code, String words, String outcome) {
        sns.failing(status, code, words);

        assertThatThrownBy(() -> provider().send(SMS))
                .hasMessageNotContaining("79123")
                .hasNoCause()
                .extracting(failure -> failure.getClass().getSimpleName())
                .isEqualTo("Delivery" + outcome);
        assertThat(sns.published()).hasSize(1);
    }

    @Test
    void aServiceThatHangsIsLeftAloneInTime() {
        sns.hanging();
        long begin = System.nanoTime();

        assertThatThrownBy(() -> at(sns.uri(), Duration.ofMillis(500)).send(SMS))
                .isInstanceOf(DeliveryUnavailable.class);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }
}
