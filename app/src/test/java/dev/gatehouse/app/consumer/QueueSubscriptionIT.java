package dev.gatehouse.app.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import dev.gatehouse.app.adapter.rabbitmq.AmqpBroker;
import dev.gatehouse.app.adapter.rabbitmq.CutLine;
import dev.gatehouse.events.Eventually;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class QueueSubscriptionIT {

    private static final AmqpBroker BROKER = new AmqpBroker();
    private static final String EXCHANGE = "gatehouse.events";

    private final String queue = "queue of " + UUID.randomUUID();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<QueueSubscription> subscriptions = new ArrayList<>();

    @AfterAll
    static void stop() {
        BROKER.close();
    }

    @AfterEach
    void unsubscribe() {
        subscriptions.forEach(QueueSubscription::close);
    }

    private QueueSubscription subscribe(ConnectionFactory factory) {
        var subscription = new QueueSubscription(
                factory, EXCHANGE, queue, List.of("thing.made", "thing.changed"), Duration.ofMillis(200), this::work);
        subscriptions.add(subscription);
        subscription.start();
        return subscription;
    }

    /** Does what a message says; one that is for later is for later twice. */
    private Verdict work(byte[] body) {
        String text = new String(body, UTF_8);
        seen.add(text);
        return switch (text) {
            case "poison" -> Verdict.POISON;
            case "later" -> seen.stream().filter(text::equals).count() < 3 ? Verdict.LATER : Verdict.DONE;
            default -> Verdict.DONE;
        };
    }

    private static void publish(String key, String text) throws IOException, TimeoutException {
        try (var connection = BROKER.connections().newConnection();
                var channel = connection.createChannel()) {
            channel.exchangeDeclare(EXCHANGE, "topic", true);
            channel.basicPublish(EXCHANGE, key, MessageProperties.MINIMAL_PERSISTENT_BASIC, text.getBytes(UTF_8));
        }
    }

    /** Whether the queue is there, with this many messages that wait and this many that listen. */
    private boolean holds(int messages, int consumers) {
        try (var connection = BROKER.connections().newConnection();
                var channel = connection.createChannel()) {
            var state = channel.queueDeclarePassive(queue);
            return state.getMessageCount() == messages && state.getConsumerCount() == consumers;
        } catch (IOException | TimeoutException notThere) {
            return false;
        }
    }

    private void awaitListening() {
        Eventually.holds("it listens, and nothing waits", () -> holds(0, 1));
    }

    @Test
    void itHearsWhatItsKeysAreAboutInItsOrder() throws Exception {
        subscribe(BROKER.connections());
        awaitListening();

        publish("thing.made", "one");
        publish("thing.lost", "not for us");
        publish("thing.changed", "two");

        Eventually.holds("it came", () -> seen.size() == 2);
        assertThat(seen).containsExactly("one", "two");
        Eventually.holds("it listens, and nothing waits", () -> holds(0, 1));
    }

    @Test
    void whatCannotBeReadIsRejectedOnceAndWhatIsBehindItGoesOn() throws Exception {
        subscribe(BROKER.connections());
        awaitListening();

        publish("thing.made", "poison");
        publish("thing.made", "good");

        Eventually.holds("it came", () -> seen.contains("good"));
        assertThat(seen).containsExactly("poison", "good");
        Eventually.holds("it listens, and nothing waits", () -> holds(0, 1));
    }

    @Test
    void whatCannotBeDoneNowIsTriedAgainBeforeWhatIsBehindIt() throws Exception {
        subscribe(BROKER.connections());
        awaitListening();

        publish("thing.made", "later");
        publish("thing.made", "good");

        Eventually.holds("it came", () -> seen.contains("good"));
        assertThat(seen).containsExactly("later", "later", "later", "good");
    }

    @Test
    void whatItDidNotAcknowledgeIsThereForTheNext() throws Exception {
        var first = subscribe(BROKER.connections());
        awaitListening();
        publish("thing.made", "later");
        Eventually.holds("it came", () -> seen.contains("later"));

        first.close();

        Eventually.holds("nobody listens", () -> holds(1, 0));
        subscribe(BROKER.connections());
        Eventually.holds("it came", () -> seen.size() >= 3 && holds(0, 1));
    }

    @Test
    void aBrokerThatIsAwayAtTheStartAndAgainLaterIsFoundByItself() throws Exception {
        BROKER.stop();
        subscribe(BROKER.connections());
        BROKER.start();
        awaitListening();
        publish("thing.made", "one");
        Eventually.holds("it came", () -> seen.contains("one"));

        BROKER.stop();
        BROKER.start();
        awaitListening();
        publish("thing.made", "two");
        Eventually.holds("it came", () -> seen.contains("two"));
    }

    @Test
    void aConnectionThatWasCutIsMadeAnewAndNothingIsLost() throws Exception {
        try (var line = new CutLine(BROKER.port())) {
            var far = BROKER.connections();
            far.setPort(line.port());
            subscribe(far);
            awaitListening();

            line.cut();
            publish("thing.made", "meanwhile");

            Eventually.holds("it came", () -> seen.contains("meanwhile"));
        }
    }
}
