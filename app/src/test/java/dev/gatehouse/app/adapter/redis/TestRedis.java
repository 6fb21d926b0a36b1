package dev.gatehouse.app.adapter.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.devservices.RedisServer;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A real Redis of a test class, ways to call it, and a second way in to look at what is there. */
final class TestRedis implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMillis(150);
    static final Duration PAUSE = Duration.ofMillis(500);

    private final ClientResources resources = DefaultClientResources.create();
    private final List<RedisConnection> connections = new ArrayList<>();
    private final RedisServer server;
    private final RedisClient client;
    private @Nullable StatefulRedisConnection<String, byte[]> look;

    private TestRedis(RedisServer server) {
        this.server = server;
        this.client = RedisClient.create(resources, uri());
    }

    static TestRedis started(String name) {
        return new TestRedis(new RedisServer(Path.of("target", "redis", name)).start());
    }

    /**
     * A projection without copies, where sessions stay known for 30 minutes, and ends for 16.
     *
     * @param rest how long a session that is found is not written again
     */
    static RedisSessionProjection sessions(RedisConnection connection, Duration rest) {
        return sessions(connection, new RedisInvalidations(List.of()), rest, Duration.ZERO);
    }

    /** One with copies. */
    static RedisSessionProjection sessions(
            RedisConnection connection, RedisInvalidations news, Duration rest, Duration copy) {
        var times = new RedisSessionProjection.Times(Duration.ofMinutes(30), rest, copy, Duration.ofMinutes(16));
        return new RedisSessionProjection(connection, news, Clock.systemUTC(), times);
    }

    RedisServer server() {
        return server;
    }

    RedisURI uri() {
        return RedisURI.builder()
                .withHost(server.host())
                .withPort(server.port())
                .withPassword(server.password().toCharArray())
                .build();
    }

    private RedisPlace place() {
        return new RedisPlace.Server(uri());
    }

    /** A connection that may not stand yet. */
    RedisConnection connection() {
        return connection(PATIENCE);
    }

    /** A connection that has answered already, for tests that are not about time. */
    RedisConnection patientConnection() {
        var connection = connection(Duration.ofSeconds(5));
        await(() -> answers(connection));
        return connection;
    }

    private RedisConnection connection(Duration patience) {
        return added(new RedisConnection(resources, place(), patience, PAUSE));
    }

    /** The same, with changes heard on it. */
    RedisConnection patientConnection(RedisInvalidations invalidations) {
        var connection = added(new RedisConnection(resources, place(), Duration.ofSeconds(5), PAUSE, invalidations));
        await(() -> answers(connection));
        return connection;
    }

    /** A connection that changes are heard on, as soon as it stands. */
    RedisConnection connection(RedisURI uri, RedisInvalidations invalidations) {
        return added(new RedisConnection(resources, new RedisPlace.Server(uri), PATIENCE, PAUSE, invalidations));
    }

    private RedisConnection added(RedisConnection connection) {
        connections.add(connection);
        return connection;
    }

    /** A channel over a connection of its own, which may not hear anything yet. */
    RedisNotificationChannel notificationChannel() {
        return new RedisNotificationChannel(patientConnection(), resources, Duration.ofMillis(50));
    }

    /** How many listen to a channel. */
    long subscribers(String channel) {
        return commands().pubsubNumsub(channel).getOrDefault(channel, 0L);
    }

    /** What a client that knows nothing of us hears on a channel from now on. */
    List<String> heardByHand(String channel) {
        var texts = new CopyOnWriteArrayList<String>();
        var connection = client.connectPubSub();
        connection.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String from, String message) {
                texts.add(message);
            }
        });
        connection.sync().subscribe(channel);
        return texts;
    }

    RedisCommands<String, byte[]> commands() {
        if (look == null) {
            look = client.connect(Link.CODEC);
        }
        return look.sync();
    }

    /** How often the server was sent a command, or a script sent it. */
    long calls(String command) {
        var found = Pattern.compile("cmdstat_" + command + ":calls=(\\d+)")
                .matcher(commands().info("commandstats"));
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    void demandThatEveryKeyEnds() {
        KeyScanCursor<String> cursor = commands().scan();
        assertThat(cursor.getKeys()).isNotEmpty();
        while (true) {
            assertThat(cursor.getKeys())
                    .allSatisfy(key -> assertThat(commands().pttl(key)).as(key).isNotEqualTo(-1));
            if (cursor.isFinished()) {
                return;
            }
            cursor = commands().scan(cursor);
        }
    }

    /** Waits until the server's clock has gone on. */
    void pass(Duration time) {
        long until = micros() + time.toNanos() / 1_000;
        while (micros() < until) {
            Thread.onSpinWait();
        }
    }

    private long micros() {
        List<byte[]> time = commands().time();
        return Long.parseLong(new String(time.getFirst(), UTF_8)) * 1_000_000
                + Long.parseLong(new String(time.getLast(), UTF_8));
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for 10 s").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        connections.forEach(RedisConnection::close);
        client.shutdown();
        server.close();
        var _ = resources.shutdown(0, 2, TimeUnit.SECONDS);
    }

    /** Whether Redis answers now. */
    static boolean answers(RedisConnection redis) {
        return answers(redis, "any");
    }

    /** Whether the server that a key is on answers now. */
    static boolean answers(RedisConnection redis, String key) {
        try {
            redis.get(key);
            return true;
        } catch (RedisException down) {
            return false;
        }
    }
}
