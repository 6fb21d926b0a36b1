package dev.gatehouse.app.adapter.eventbridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.app.adapter.eventbridge.EventBridgeStub.Answer;
import dev.gatehouse.app.adapter.json.Envelopes;
import dev.gatehouse.app.adapter.json.JacksonEventFormat;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventPublisher;
import dev.gatehouse.events.EventPublisherContract;
import dev.gatehouse.events.EventPublisherUnavailable;
import dev.gatehouse.events.Published;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

final class EventBridgeEventPublisherIT implements EventPublisherContract {

    private final EventBridgeStub bridge = new EventBridgeStub();
    private final EventBridgeEventPublisher publisher = new EventBridgeEventPublisher(
            EventBridgeClient.builder()
                    .region(Region.EU_CENTRAL_1)
                    .credentialsProvider(StaticCredentialsProvider.create(
                            AwsBasicCredentials.create("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")))
                    .endpointOverride(bridge.address()),
            "users",
            new JacksonEventFormat(),
            Duration.ofMillis(3_500));
    private final Event event = EventPublisherContract.event(UUID.randomUUID(), Map.of());

    @AfterEach
    void stop() {
        publisher.close();
        bridge.close();
    }

    @Override
    public EventPublisher publisher() {
        return publisher;
    }

    @Override
    public List<Event> arrived(UUID subject) {
        return bridge.taken().stream()
                .map(entry -> Envelopes.read(entry.get("Detail").textValue().getBytes(UTF_8)))
                .filter(taken -> taken.subject().equals(subject))
                .toList();
    }

    @Override
    public void otherSideIsUp(boolean up) {
        bridge.isUp(up);
    }

    private void demandUnavailable(String reason) {
        assertThatExceptionOfType(EventPublisherUnavailable.class)
                .isThrownBy(() -> publisher.publish(event))
                .withMessage(reason);
    }

    @Test
    void anEntrySaysWhereItGoesWhoSendsItAndWhatItIs() {
        publisher.publish(event);

        var entry = bridge.taken().getFirst();
        assertThat(entry.get("EventBusName").textValue()).isEqualTo("users");
        assertThat(entry.get("Source").textValue()).isEqualTo("gatehouse");
        assertThat(entry.get("DetailType").textValue()).isEqualTo("thing.made");
        // AWS's JSON has times as seconds; the API keeps no fraction, the detail does.
        assertThat(Instant.ofEpochSecond(entry.get("Time").asLong()))
                .isEqualTo(event.occurredAt().truncatedTo(ChronoUnit.SECONDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"InternalFailure", "ThrottlingException", "AccessDeniedException"})
    void anEntryThatFailedInAnAnswerOf200IsNotTaken(String code) {
        bridge.willAnswer(Answer.failedEntry(code));
        demandUnavailable("EventBridge: " + code);
        assertThat(publisher.publish(event)).isEqualTo(new Published.Taken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MalformedDetail", "InvalidArgument", "NotAuthorizedForDetailTypeException"})
    void anEntryThatIsWrongInItselfIsRefused(String code) {
        bridge.willAnswer(Answer.failedEntry(code));
        assertThat(publisher.publish(event)).isEqualTo(new Published.Refused("EventBridge: " + code));
        assertThat(bridge.requests()).isEqualTo(1);
    }

    @Test
    void aRequestThatIsWrongInItselfIsRefused() {
        bridge.willAnswer(Answer.error(400, "ValidationException"));
        assertThat(publisher.publish(event)).isEqualTo(new Published.Refused("EventBridge: ValidationException"));
    }

    @ParameterizedTest
    @CsvSource({"400, ThrottlingException", "500, InternalException", "503, ServiceUnavailable"})
    void throttlingAndFaultsAreTriedAgainAndThenAnOutage(int status, String code) {
        var error = Answer.error(status, code);
        bridge.willAnswer(error, error, error);
        demandUnavailable("EventBridge: " + code);
        assertThat(bridge.requests()).isEqualTo(3);
        bridge.willAnswer(error);
        assertThat(publisher.publish(event)).isEqualTo(new Published.Taken());
    }

    @ParameterizedTest
    @CsvSource({"400, AccessDeniedException", "403, UnrecognizedClientException", "400, ResourceNotFoundException"})
    void missingRightsAndAMissingBusAreAnOutageThatNoQuickTryMends(int status, String code) {
        bridge.willAnswer(Answer.error(status, code));
        demandUnavailable("EventBridge: " + code);
        assertThat(bridge.requests()).isEqualTo(1);
    }

    @Test
    void silenceIsWaitedForLessThan5Seconds() {
        bridge.willAnswer(Answer.SILENCE, Answer.SILENCE, Answer.SILENCE);
        long begin = System.nanoTime();
        assertThatExceptionOfType(EventPublisherUnavailable.class).isThrownBy(() -> publisher.publish(event));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }
}
