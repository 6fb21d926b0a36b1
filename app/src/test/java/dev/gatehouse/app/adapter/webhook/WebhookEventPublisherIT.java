package dev.gatehouse.app.adapter.webhook;

import static dev.gatehouse.app.adapter.webhook.WebhookReceiver.ENDLESS;
import static dev.gatehouse.app.adapter.webhook.WebhookReceiver.SILENCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.gatehouse.app.adapter.json.JacksonEventFormat;
import dev.gatehouse.app.adapter.webhook.WebhookReceiver.Request;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventPublisher;
import dev.gatehouse.events.EventPublisherContract;
import dev.gatehouse.events.EventPublisherUnavailable;
import dev.gatehouse.events.Published;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookEventPublisherIT implements EventPublisherContract {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

    private final WebhookReceiver receiver = new WebhookReceiver(SECRET);
    private final WebhookEventPublisher publisher = publisher(SECRET);
    private final Event event = EventPublisherContract.event(UUID.randomUUID(), Map.of());

    private WebhookEventPublisher publisher(String secrets) {
        return new WebhookEventPublisher(
                receiver.address(),
                WebhookSecrets.of(secrets),
                new JacksonEventFormat(),
                Clock.systemUTC(),
                new Random(1),
                Duration.ofMillis(3_500));
    }

    @AfterEach
    void stop() {
        publisher.close();
        receiver.close();
    }

    @Override
    public EventPublisher publisher() {
        return publisher;
    }

    @Override
    public List<Event> arrived(UUID subject) {
        return receiver.taken().stream()
                .filter(taken -> taken.subject().equals(subject))
                .toList();
    }

    @Override
    public void otherSideIsUp(boolean up) {
        receiver.isUp(up);
    }

    private Duration demandUnavailable(EventPublisher from, String reason) {
        long begin = System.nanoTime();
        assertThatExceptionOfType(EventPublisherUnavailable.class)
                .isThrownBy(() -> from.publish(event))
                .withMessage(reason);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Test
    void itIsAPostOfJsonThatSaysWhichEventItIsAndWhenItWasSent() {
        publisher.publish(event);

        Request request = receiver.requests().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.contentType()).isEqualTo("application/json");
        assertThat(request.id()).isEqualTo(event.id().toString());
        assertThat(request.timestamp()).isCloseTo(Instant.now().getEpochSecond(), within(5L));
        assertThat(request.body()).isEqualTo(new String(new JacksonEventFormat().encode(event), UTF_8));
    }

    @Test
    void aReceiverWithTheOldOrTheNewSecretIsServedWhileTheyAreChanged() {
        try (var changing = publisher(OTHER + " " + SECRET)) {
            assertThat(changing.publish(event)).isEqualTo(new Published.Taken());
        }
    }

    @Test
    void aReceiverWithAnotherSecretLosesNothing() {
        try (var stranger = publisher(OTHER)) {
            demandUnavailable(stranger, "the webhook's receiver answered 401");
        }
        assertThat(publisher.publish(event)).isEqualTo(new Published.Taken());
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void whatAMomentMayMendIsTriedThreeTimesMore(int status) {
        receiver.willAnswer(status, status, status, status);

        demandUnavailable(publisher, "the webhook's receiver answered " + status);

        assertThat(receiver.requests())
                .hasSize(4)
                .extracting(Request::id)
                .containsOnly(event.id().toString());
        assertThat(publisher.publish(event)).isEqualTo(new Published.Taken());
    }

    @Test
    void theLastOfTheTriesMaySucceed() {
        receiver.willAnswer(500, 503, 429);
        assertThat(publisher.publish(event)).isEqualTo(new Published.Taken());
        assertThat(receiver.requests()).hasSize(4);
        assertThat(receiver.taken()).containsExactly(event);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 204})
    void every2xxIsTaken(int status) {
        receiver.willAnswer(status);
        assertThat(publisher.publish(event)).isEqualTo(new Published.Taken());
    }

    @ParameterizedTest
    @ValueSource(ints = {413, 422})
    void whatSpeaksOfThisVeryEventRefusesIt(int status) {
        receiver.willAnswer(status);
        assertThat(publisher.publish(event))
                .isEqualTo(new Published.Refused("the webhook's receiver answered " + status));
        assertThat(receiver.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 400, 401, 403, 404, 405, 410, 415})
    void whatMayBeConfigurationIsAnOutageThatNoQuickTryMends(int status) {
        receiver.willAnswer(status);
        demandUnavailable(publisher, "the webhook's receiver answered " + status);
        assertThat(receiver.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {SILENCE, ENDLESS})
    void anAnswerThatDoesNotEndIsWaitedForLessThan5Seconds(int answer) {
        receiver.willAnswer(answer);
        assertThat(demandUnavailable(publisher, "the webhook's receiver gave no answer in time"))
                .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
        assertThat(receiver.requests()).hasSize(1);
    }
}
