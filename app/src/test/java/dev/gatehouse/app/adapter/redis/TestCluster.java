package dev.gatehouse.app.adapter.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.devservices.RedisCluster;
import dev.gatehouse.devservices.RedisServer;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real Redis Cluster of a test class, ways to call it, and a second way in to look at each of its nodes. */
final class TestCluster implements AutoCloseable {

    private final ClientResources resources = DefaultClientResources.create();
    private final RedisClient client = RedisClient.create(resources);
    private final List<RedisConnection> connections = new ArrayList<>();
    private final Map<RedisServer, StatefulRedisConnection<String, byte[]>> looks = new HashMap<>();
    private final RedisCluster cluster;

    private TestCluster(RedisCluster cluster) {
        this.cluster = cluster;
    }

    /** Three masters that nobody takes over from. */
    static TestCluster started(String name) {
        return started(name, 0, Duration.ofSeconds(15));
    }

    /**
     * Three masters.
     *
     * @param replicas of each
     * @param timeout after which a node that does not answer is away
     */
    static TestCluster started(String name, int replicas, Duration timeout) {
        return new TestCluster(RedisCluster.start(Path.of("target", "redis", name), 3, replicas, timeout));
    }

    RedisCluster servers() {
        return cluster;
    }

    /** As an application is told where it is. */
    RedisPlace place() {
        return RedisPlace.of(RedisURI.create(cluster.variables().get("REDIS_URL")), false, "");
    }

    /** A connection that may not stand yet. */
    RedisConnection connection() {
        return added(new RedisConnection(resources, place(), TestRedis.PATIENCE, TestRedis.PAUSE));
    }

    /** A connection that all masters have answered on, for tests that are not about time. */
    RedisConnection patientConnection() {
        return answered(added(new RedisConnection(resources, place(), Duration.ofSeconds(5), TestRedis.PAUSE)));
    }

    /** The same, with changes heard on it. */
    RedisConnection patientConnection(RedisInvalidations invalidations) {
        var connection = answered(
                added(new RedisConnection(resources, place(), Duration.ofSeconds(5), TestRedis.PAUSE, invalidations)));
        TestRedis.await(invalidations::areHeard);
        return connection;
    }

    private RedisConnection added(RedisConnection connection) {
        connections.add(connection);
        return connection;
    }

    private RedisConnection answered(RedisConnection connection) {
        cluster.masters().forEach(master -> TestRedis.await(() -> TestRedis.answers(connection, keyOn(master))));
        return connection;
    }

    /** A channel over a connection of its own, which may not hear anything yet. */
    RedisNotificationChannel notificationChannel(RedisConnection connection) {
        return new RedisNotificationChannel(connection, resources, Duration.ofMillis(50));
    }

    /** A key that a master has had since the start. */
    String keyOn(RedisServer master) {
        return keyOn(master, "any");
    }

    /** The first of {@code <name>0}, {@code <name>1} and so on that a master has had since the start. */
    String keyOn(RedisServer master, String name) {
        int number = 0;
        while (!masterOf(name + number).equals(master)) {
            number++;
        }
        return name + number;
    }

    /** The master that a key was on at the start. */
    RedisServer masterOf(String key) {
        List<RedisServer> masters = cluster.masters();
        int slot = SlotHash.getSlot(key);
        int first = masters.size() - 1;
        while (SlotHash.SLOT_COUNT * first / masters.size() > slot) {
            first--;
        }
        return masters.get(first);
    }

    /** What a node says of itself and of its own keys. */
    RedisCommands<String, byte[]> commands(RedisServer node) {
        return looks.computeIfAbsent(node, server -> client.connect(Link.CODEC, uri(server)))
                .sync();
    }

    private RedisURI uri(RedisServer node) {
        return RedisURI.builder()
                .withHost(node.host())
                .withPort(node.port())
                .withPassword(node.password().toCharArray())
                .build();
    }

    void demandThatEveryKeyEnds() {
        for (RedisServer master : cluster.masters()) {
            KeyScanCursor<String> cursor = commands(master).scan();
            assertThat(cursor.getKeys()).as("port %d", master.port()).isNotEmpty();
            demandThatTheyEnd(master, cursor.getKeys());
            while (!cursor.isFinished()) {
                cursor = commands(master).scan(cursor);
                demandThatTheyEnd(master, cursor.getKeys());
            }
        }
    }

    private void demandThatTheyEnd(RedisServer master, List<String> keys) {
        assertThat(keys)
                .allSatisfy(
                        key -> assertThat(commands(master).pttl(key)).as(key).isNotEqualTo(-1));
    }

    /** Waits until the servers' clock has gone on. */
    void pass(Duration time) {
        long until = micros() + time.toNanos() / 1_000;
        while (micros() < until) {
            Thread.onSpinWait();
        }
    }

    private long micros() {
        List<byte[]> time = commands(cluster.masters().getFirst()).time();
        return Long.parseLong(new String(time.getFirst(), UTF_8)) * 1_000_000
                + Long.parseLong(new String(time.getLast(), UTF_8));
    }

    @Override
    public void close() {
        connections.forEach(RedisConnection::close);
        client.shutdown();
        cluster.close();
        var _ = resources.shutdown(0, 2, TimeUnit.SECONDS);
    }
}
