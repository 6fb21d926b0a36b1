package dev.gatehouse.app.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.notification.port.Heard;
import dev.gatehouse.notification.port.NotificationChannelContract;
import dev.gatehouse.notification.port.NotificationChannelUnavailable;
import dev.gatehouse.ratelimit.Limits;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A master that sentinels watch, and the replica that they put in its place. */
final class SentinelFailoverIT {

    private final TestSentinels redis = TestSentinels.started("sentinel-failover");

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void limitsGoOnThroughTheDeathOfTheMasterAndNothingIsReplayed() {
        new LimitFailover(redis.connection(), redis::patientConnection, Limits::key)
                .demand(
                        redis.servers().master(),
                        this::replicate,
                        redis.commands(redis.servers().replica()));
    }

    /** A connection waits for what it wrote, and for what was written before. */
    private void replicate() {
        var commands = redis.commands(redis.servers().master());
        commands.psetex("any", 60_000, new byte[1]);
        assertThat(commands.waitForReplication(1, 5_000)).isEqualTo(1);
    }

    @Test
    void theMasterIsFoundThroughWhicheverSentinelIsThere() {
        redis.servers().sentinels().getFirst().kill();
        assertThat(TestRedis.answers(redis.patientConnection())).isTrue();
    }

    @Test
    void aServerThatIsNoMasterIsNotAskedWhateverSentinelsSay() {
        redis.commands(redis.servers().master()).replicaof("127.0.0.1", 1);
        assertThat(AdaptersAtRisk.time(() -> assertThat(TestRedis.answers(redis.connection(Duration.ofSeconds(5))))
                        .isFalse()))
                .isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whatIsToldIsHeardFromTheHeir() {
        try (var channel = redis.notificationChannel()) {
            var heard = Heard.from(channel);
            TestRedis.await(channel::hears);

            redis.servers().master().kill();

            TestRedis.await(() -> !channel.hears());
            TestRedis.await(() -> channel.hears() && publishes(channel));
            assertThat(heard.next()).isEqualTo("probe");
        }
    }

    private static boolean publishes(RedisNotificationChannel channel) {
        try {
            channel.publish(NotificationChannelContract.notification("probe"));
            return true;
        } catch (NotificationChannelUnavailable down) {
            return false;
        }
    }
}
