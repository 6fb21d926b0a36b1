package dev.gatehouse.app.adapter.redis;

import dev.gatehouse.devservices.RedisSentinels;
import dev.gatehouse.devservices.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Redis with a replica and sentinels, ways to call it, and a second way in to look at each of the two. */
final class TestSentinels implements AutoCloseable {

    private final ClientResources resources = DefaultClientResources.create();
    private final RedisClient client = RedisClient.create(resources);
    private final List<RedisConnection> connections = new ArrayList<>();
    private final RedisSentinels servers;

    private TestSentinels(RedisSentinels servers) {
        this.servers = servers;
    }

    static TestSentinels started(String name) {
        return new TestSentinels(RedisSentinels.start(Path.of("target", "redis", name), Duration.ofSeconds(1)));
    }

    RedisSentinels servers() {
        return servers;
    }

    /** A connection that may not stand yet. */
    RedisConnection connection() {
        return connection(TestRedis.PATIENCE);
    }

    /** A connection that has answered already, for tests that are not about time. */
    RedisConnection patientConnection() {
        var connection = connection(Duration.ofSeconds(5));
        TestRedis.await(() -> TestRedis.answers(connection));
        return connection;
    }

    /** A connection, and as long as its first call may wait. */
    RedisConnection connection(Duration patience) {
        var connection = new RedisConnection(resources, place(), patience, TestRedis.PAUSE);
        connections.add(connection);
        return connection;
    }

    private RedisPlace place() {
        var variables = servers.variables();
        return RedisPlace.of(
                RedisURI.create(variables.getOrDefault("REDIS_URL", "")),
                false,
                variables.getOrDefault("REDIS_SENTINEL_PASSWORD", ""));
    }

    /** A channel over a connection of its own, which may not hear anything yet. */
    RedisNotificationChannel notificationChannel() {
        return new RedisNotificationChannel(patientConnection(), resources, Duration.ofMillis(50));
    }

    RedisCommands<String, byte[]> commands(RedisServer server) {
        var uri = RedisURI.builder()
                .withHost(server.host())
                .withPort(server.port())
                .withPassword(server.password().toCharArray())
                .build();
        return client.connect(Link.CODEC, uri).sync();
    }

    @Override
    public void close() {
        connections.forEach(RedisConnection::close);
        client.shutdown();
        servers.close();
        var _ = resources.shutdown(0, 2, TimeUnit.SECONDS);
    }
}
