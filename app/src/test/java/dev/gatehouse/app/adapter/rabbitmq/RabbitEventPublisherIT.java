package dev.gatehouse.app.adapter.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import dev.gatehouse.app.adapter.json.Envelopes;
import dev.gatehouse.app.adapter.json.JacksonEventFormat;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventPublisher;
import dev.gatehouse.events.EventPublisherContract;
import dev.gatehouse.events.EventPublisherUnavailable;
import dev.gatehouse.events.Published;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RabbitEventPublisherIT implements EventPublisherContract {

    private static final String EXCHANGE = "gatehouse.events";
    private static final String QUEUE = "everything";
    private static final AmqpBroker BROKER = new AmqpBroker();

    private final RabbitEventPublisher publisher = publisher(BROKER.port());
    private final List<GetResponse> messages = new ArrayList<>();
    private final Event event = EventPublisherContract.event(UUID.randomUUID(), Map.of());
    private Connection connection;
    private Channel channel;

    private static RabbitEventPublisher publisher(int port) {
        return new RabbitEventPublisher(
                AmqpBroker.connections(port), EXCHANGE, new JacksonEventFormat(), Duration.ofMillis(3_500));
    }

    @AfterAll
    static void stop() {
        BROKER.close();
    }

    @BeforeEach
    void listen() throws IOException, TimeoutException {
        connection = BROKER.connections().newConnection("the other side");
        channel = connection.createChannel();
        channel.exchangeDeclare(EXCHANGE, "topic", true);
        channel.queueDeclare(QUEUE, true, false, false, null);
        channel.queuePurge(QUEUE);
        channel.queueBind(QUEUE, EXCHANGE, "#");
    }

    @AfterEach
    void hangUp() {
        publisher.close();
        connection.abort();
    }

    @Override
    public EventPublisher publisher() {
        return publisher;
    }

    @Override
    public List<Event> arrived(UUID subject) {
        return messages().stream()
                .map(message -> Envelopes.read(message.getBody()))
                .filter(arrived -> arrived.subject().equals(subject))
                .toList();
    }

    private List<GetResponse> messages() {
        try {
            for (var next = channel.basicGet(QUEUE, true); next != null; next = channel.basicGet(QUEUE, true)) {
                messages.add(next);
            }
            return messages;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void otherSideIsUp(boolean up) {
        if (!up) {
            BROKER.stop();
            return;
        }
        BROKER.start();
        try {
            listen();
        } catch (IOException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void aMessageIsRoutedByTheTypeAndSaysWhatItIs() throws IOException {
        channel.queueUnbind(QUEUE, EXCHANGE, "#");
        channel.queueBind(QUEUE, EXCHANGE, "thing.*");

        publisher.publish(event);

        GetResponse message = messages().getFirst();
        assertThat(message.getEnvelope().getRoutingKey()).isEqualTo("thing.made");
        assertThat(message.getProps().getMessageId()).isEqualTo(event.id().toString());
        assertThat(message.getProps().getType()).isEqualTo("thing.made");
        assertThat(message.getProps().getContentType()).isEqualTo("application/json");
        assertThat(message.getProps().getDeliveryMode()).as("persistent").isEqualTo(2);
        assertThat(message.getProps().getTimestamp().toInstant())
                .isEqualTo(event.occurredAt().truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void whatNobodyListensForIsTakenAllTheSame() throws IOException {
        channel.queueUnbind(QUEUE, EXCHANGE, "#");
        assertThat(publisher.publish(event)).isEqualTo(new Published.Taken());
    }

    @Test
    void aBrokerThatWasAwayAtTheStartIsUsedOnceItIsThere() {
        otherSideIsUp(false);
        try (var early = publisher(BROKER.port())) {
            assertThatExceptionOfType(EventPublisherUnavailable.class).isThrownBy(() -> early.publish(event));
            otherSideIsUp(true);
            assertThat(early.publish(event)).isEqualTo(new Published.Taken());
        }
        assertThat(arrived(event.subject())).containsExactly(event);
    }

    @Test
    void aConnectionThatWasCutIsMadeAnew() throws IOException {
        try (var line = new CutLine(BROKER.port());
                var far = publisher(line.port())) {
            far.publish(event);
            line.cut();
            assertThat(publishTwiceAtMost(far)).isEqualTo(new Published.Taken());
        }
    }

    private Published publishTwiceAtMost(EventPublisher far) {
        try {
            return far.publish(event);
        } catch (EventPublisherUnavailable cut) {
            return far.publish(event);
        }
    }

    @Test
    void aBrokerThatFallsSilentIsWaitedForLessThan5SecondsAndThenLeft() throws IOException {
        try (var line = new CutLine(BROKER.port());
                var far = publisher(line.port())) {
            far.publish(event);
            line.silence(true);

            demandUnavailableWithin5Seconds(far);

            line.silence(false);
            assertThat(far.publish(event)).isEqualTo(new Published.Taken());
        }
    }

    @Test
    void aBrokerThatNeverSaysAWordIsWaitedForLessThan5Seconds() throws IOException {
        try (var line = new CutLine(BROKER.port());
                var far = publisher(line.port())) {
            line.silence(true);
            demandUnavailableWithin5Seconds(far);
        }
    }

    private void demandUnavailableWithin5Seconds(EventPublisher far) {
        long begin = System.nanoTime();
        assertThatExceptionOfType(EventPublisherUnavailable.class).isThrownBy(() -> far.publish(event));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aBrokerThatDoesNotKnowUsIsAnOutageThatTellsNoSecret() {
        var strangers = AmqpBroker.connections(BROKER.port());
        strangers.setPassword("another-secret");
        try (var stranger =
                new RabbitEventPublisher(strangers, EXCHANGE, new JacksonEventFormat(), Duration.ofMillis(3_500))) {
            assertThatExceptionOfType(EventPublisherUnavailable.class)
                    .isThrownBy(() -> stranger.publish(event))
                    .withMessageNotContaining("secret");
        }
    }
}
