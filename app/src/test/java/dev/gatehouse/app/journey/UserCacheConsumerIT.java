package dev.gatehouse.app.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.MessageProperties;
import dev.gatehouse.app.adapter.json.Envelopes;
import dev.gatehouse.app.adapter.rabbitmq.AmqpBroker;
import dev.gatehouse.app.adapter.rabbitmq.CutLine;
import dev.gatehouse.events.Eventually;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** RabbitMQ tells that a user was created, and the cache forgets it. */
final class UserCacheConsumerIT {

    private static final AmqpBroker BROKER = new AmqpBroker();
    private static final String EXCHANGE = "gatehouse.events";
    private static final String QUEUE = "gatehouse.user-cache";

    private static Gatehouse start(String url) {
        return start(Gatehouse.sharedServers(), url);
    }

    private static Gatehouse start(Gatehouse.Servers servers, String url) {
        return Gatehouse.start(servers, Map.of("GATEHOUSE_EVENTS", "rabbitmq", "RABBITMQ_URL", url));
    }

    @AfterAll
    static void stop() {
        BROKER.close();
    }

    @Test
    void whatIsCachedOfACreatedUserIsForgotten() throws Exception {
        try (var gatehouse = start(BROKER.url())) {
            Eventually.holds("it listens", UserCacheConsumerIT::isListening);
            var api = gatehouse.api();
            var account = api.register();
            Eventually.holds("it is cached", () -> isCachedAfterAChange(api, account));

            publish("USER_CREATED", "this is no event");
            publish("USER_CREATED", "{\"subject\":\"" + account.registered().at("/user/id") + "\"}");

            Eventually.holds("it is forgotten", () -> !isCached(api, account));
        }
    }

    @Test
    void whoRegistersIsToldOfUnderTheTypeOfTheEvent() throws Exception {
        try (var connection = BROKER.connections().newConnection();
                var channel = connection.createChannel()) {
            String queue = channel.queueDeclare().getQueue();
            channel.exchangeDeclare(EXCHANGE, "topic", true);
            channel.queueBind(queue, EXCHANGE, "user.registered");
            var told = new CopyOnWriteArrayList<UUID>();
            channel.basicConsume(
                    queue,
                    true,
                    (tag, message) -> told.add(Envelopes.read(message.getBody()).subject()),
                    tag -> {});
            // Of instances that share an outbox any may take the event, and the other tests' publish nothing.
            try (var servers = Gatehouse.Servers.fresh("rabbitmq");
                    var gatehouse = start(servers, BROKER.url())) {
                var user = gatehouse.api().register().registered().at("/user/id");
                Eventually.holds("it is told of", () -> told.contains(UUID.fromString(user)));
            }
        }
    }

    @Test
    void aBrokerThatIsAwayOrSilentAtTheStartHoldsNothingUp() throws Exception {
        try (var line = new CutLine(BROKER.port())) {
            line.silence(true);
            try (var gatehouse = start("amqp://gatehouse:for-tests@localhost:" + line.port())) {
                assertThat(gatehouse.api().register().registered().status()).isEqualTo(201);
                line.silence(false);
                Eventually.holds("it listens", UserCacheConsumerIT::isListening);
            }
        }
    }

    /** Whether the profile is the one from before a change that was made past everybody. */
    private static boolean isCached(Api api, Api.Account account) {
        String name = "Changed " + UUID.randomUUID();
        var _ = Sql.column(
                "UPDATE identity.users SET name = ? WHERE id = ?::uuid RETURNING name",
                name,
                account.registered().at("/user/id"));
        return !api.profile(account.accessToken()).at("/name").equals(name);
    }

    /** A change of its own makes the user one that may be cached, whatever was forgotten before. */
    private static boolean isCachedAfterAChange(Api api, Api.Account account) {
        api.put("/api/auth/profile", "{\"name\":\"Ada\"}", "Authorization", "Bearer " + account.accessToken());
        api.profile(account.accessToken());
        return isCached(api, account);
    }

    private static boolean isListening() {
        try (var connection = BROKER.connections().newConnection();
                var channel = connection.createChannel()) {
            return channel.consumerCount(QUEUE) == 1;
        } catch (IOException | TimeoutException notYet) {
            return false;
        }
    }

    private static void publish(String key, String text) throws IOException, TimeoutException {
        try (var connection = BROKER.connections().newConnection();
                var channel = connection.createChannel()) {
            channel.basicPublish(EXCHANGE, key, MessageProperties.PERSISTENT_BASIC, text.getBytes(UTF_8));
        }
    }
}
