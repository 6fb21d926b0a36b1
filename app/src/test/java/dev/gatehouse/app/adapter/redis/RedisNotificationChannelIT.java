package dev.gatehouse.app.adapter.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.notification.model.UserNotification;
import dev.gatehouse.notification.port.Heard;
import dev.gatehouse.notification.port.NotificationChannel;
import dev.gatehouse.notification.port.NotificationChannelContract;
import dev.gatehouse.notification.port.NotificationChannelUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RedisNotificationChannelIT implements NotificationChannelContract {

    private final TestRedis redis = TestRedis.started("notifications");
    private final RedisNotificationChannel channel = redis.notificationChannel();

    @BeforeEach
    void subscribed() {
        TestRedis.await(channel::hears);
    }

    @AfterEach
    void close() {
        channel.close();
        redis.close();
    }

    @Override
    public NotificationChannel channel() {
        return channel;
    }

    private void publishedByHand(String message) {
        redis.commands().publish("user:notifications", message.getBytes(UTF_8));
    }

    private boolean publishes() {
        try {
            channel.publish(NotificationChannelContract.notification("probe"));
            return true;
        } catch (NotificationChannelUnavailable down) {
            return false;
        }
    }

    @Test
    void whatAnyClientPublishesIsHeard() {
        var heard = Heard.from(channel);
        var user = Samples.userId();

        publishedByHand("{\"userId\": \"" + user + "\", \"type\": \"message\", \"data\": {\"message\": \"Hello!\"}}");

        assertThat(heard.nextNotification())
                .isEqualTo(new UserNotification(user, "message", Map.of("message", "Hello!")));
    }

    @Test
    void whatIsPublishedIsReadByAnyClient() {
        var user = Samples.userId();
        var texts = redis.heardByHand("user:notifications");

        channel.publish(new UserNotification(user, "message", Map.of("message", "Hello!")));

        TestRedis.await(() -> !texts.isEmpty());
        assertThat(texts)
                .containsExactly(
                        "{\"userId\":\"" + user + "\",\"type\":\"message\",\"data\":{\"message\":\"Hello!\"}}");
    }

    @Test
    void whatIsNoNotificationIsIgnored() {
        var heard = Heard.from(channel);
        var user = Samples.userId();
        var foreign = List.of(
                "",
                "hello",
                "null",
                "[]",
                "{}",
                "{\"userId\": 123, \"type\": \"message\", \"data\": {}}",
                "{\"userId\": \"123\", \"type\": \"message\", \"data\": {}}",
                "{\"userId\": \"" + user + "\", \"data\": {}}",
                "{\"userId\": \"" + user + "\", \"type\": \"message\"}",
                "{\"userId\": \"" + user + "\", \"type\": \"message\", \"data\": []}",
                "{\"userId\": \"" + user + "\", \"type\": \"message\", \"data\": {\"a\": 1}}",
                "{\"userId\": \"" + user + "\", \"type\": \"a\\nb\", \"data\": {}}",
                "{\"userId\": \"" + user + "\", \"type\": \"a\", \"type\": \"b\", \"data\": {}}",
                "{\"userId\": \"" + user + "\", \"type\": \"message\", \"data\": {}} {}",
                "{\"userId\": \"" + user + "\", \"type\": \"message\", \"data\": {\"a\": \"" + "x".repeat(5_000)
                        + "\"}}",
                "{\"userId\": \"" + user + "\", \"type\": \"message\", \"data\": {}, \"x\": \"" + "x".repeat(40_000)
                        + "\"}",
                "[".repeat(20_000));

        foreign.forEach(this::publishedByHand);
        channel.publish(NotificationChannelContract.notification("ours"));

        assertThat(heard.next()).isEqualTo("ours");
        assertThat(channel.ignored()).isEqualTo(foreign.size());
    }

    @Test
    void fieldsThatOthersAddDoNoHarm() {
        var heard = Heard.from(channel);

        publishedByHand("{\"v\": 2, \"userId\": \"" + Samples.userId() + "\", \"type\": \"message\", \"data\": {}}");

        assertThat(heard.next()).isEqualTo("message");
    }

    @Test
    void aRedisThatWasAwayIsHeardAgain() {
        var heard = Heard.from(channel);

        redis.server().stop();
        TestRedis.await(() -> !channel.hears());
        assertThatThrownBy(() -> channel.publish(NotificationChannelContract.notification("lost")))
                .isInstanceOf(NotificationChannelUnavailable.class);
        redis.server().start();

        assertThat(AdaptersAtRisk.time(() -> TestRedis.await(channel::hears))).isLessThan(Duration.ofSeconds(5));
        TestRedis.await(this::publishes);
        assertThat(heard.next()).isEqualTo("probe");
    }

    @Test
    void aRedisThatRestartsBetweenTwoLooksIsHeardAgain() {
        var heard = Heard.from(channel);

        redis.server().stop();
        redis.server().start();

        TestRedis.await(() -> redis.subscribers("user:notifications") == 1);
        TestRedis.await(this::publishes);
        assertThat(heard.next()).isEqualTo("probe");
    }

    @Test
    void aRedisThatHangsIsHeardAgainOnceItDoesNot() {
        var heard = Heard.from(channel);

        redis.server().freeze();
        TestRedis.await(() -> !channel.hears());
        redis.server().thaw();

        assertThat(AdaptersAtRisk.time(() -> TestRedis.await(channel::hears))).isLessThan(Duration.ofSeconds(5));
        TestRedis.await(this::publishes);
        assertThat(heard.next()).isEqualTo("probe");
        assertThat(redis.subscribers("user:notifications")).isEqualTo(1);
    }

    @Test
    void aChannelThatIsClosedSubscribesNoMore() {
        channel.close();

        TestRedis.await(() -> redis.subscribers("user:notifications") == 0);
    }
}
