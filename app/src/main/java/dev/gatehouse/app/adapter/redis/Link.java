package dev.gatehouse.app.adapter.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.handler.flush.FlushConsolidationHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way to Redis: one connection, made when it is first asked for and made anew when it was lost. Never blocks.
 *
 * <p>A lost connection takes what was on its way with it; nothing is kept to be sent again later.
 */
final class Link<C extends StatefulRedisConnection<String, byte[]>> implements AutoCloseable {

    static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final int MOST_UNDER_WAY = 4_096;

    /** Commands that are sent at the same time leave in one packet: each asks for a write of its own. */
    private static final NettyCustomizer FLUSHES = new NettyCustomizer() {
        @Override
        public void afterChannelInitialized(Channel channel) {
            channel.pipeline()
                    .addFirst(new FlushConsolidationHandler(
                            FlushConsolidationHandler.DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES, true));
        }
    };

    private final RedisClient client;
    private final Supplier<RedisURI> place;
    private final Function<RedisURI, CompletionStage<C>> connector;
    private final Companion<C> companion;
    private volatile @Nullable CompletableFuture<C> latest;
    private volatile boolean closed;

    private Link(
            RedisClient client,
            Supplier<RedisURI> place,
            Function<RedisURI, CompletionStage<C>> connector,
            Companion<C> companion) {
        this.client = client;
        this.place = place;
        this.connector = connector;
        this.companion = companion;
    }

    /** A connection for questions and answers. */
    static Link<StatefulRedisConnection<String, byte[]>> forCommands(
            ClientResources resources, RedisURI uri, Companion<StatefulRedisConnection<String, byte[]>> companion) {
        RedisClient client = client(resources);
        return new Link<>(client, () -> uri, place -> client.connectAsync(CODEC, place), companion);
    }

    /**
     * A connection that also hears what is published.
     *
     * @param uri asked at each new connection
     */
    static Link<StatefulRedisPubSubConnection<String, byte[]>> forMessages(
            ClientResources resources, Supplier<RedisURI> uri) {
        RedisClient client = client(resources);
        return new Link<>(client, uri, place -> client.connectPubSubAsync(CODEC, place), new Companion<>() {});
    }

    /** A client without threads of its own: its options are for this connection and disturb no other. */
    private static RedisClient client(ClientResources resources) {
        var client = RedisClient.create(resources
                .mutate()
                .nettyCustomizer(FLUSHES)
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .build());
        client.setOptions(options());
        return client;
    }

    private static RedisURI patient(RedisURI uri) {
        var patient = RedisURI.builder(uri).withTimeout(CONNECT);
        if (!uri.getSentinels().isEmpty()) {
            patient.withSentinelMasterId(uri.getSentinelMasterId());
            uri.getSentinels()
                    .forEach(sentinel -> patient.withSentinel(
                            RedisURI.builder(sentinel).withTimeout(CONNECT).build()));
        }
        return patient.build();
    }

    static ClientOptions options() {
        var keepAlive = KeepAliveOptions.builder()
                .enable()
                .idle(Duration.ofSeconds(15))
                .interval(Duration.ofSeconds(5))
                .count(3)
                .build();
        return ClientOptions.builder()
                // Lettuce would reconnect with a delay of up to 30 s, and send again what had no answer.
                .autoReconnect(false)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MOST_UNDER_WAY)
                // Callers wait with a deadline of their own, to the millisecond; Lettuce's timer ticks ten times a
                // second.
                .timeoutOptions(TimeoutOptions.create())
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT)
                        .keepAlive(keepAlive)
                        .build())
                .build();
    }

    /** The connection, once it stands; another one when the last has failed or was lost. */
    CompletableFuture<C> open() {
        var now = latest;
        return now == null || isOver(now) ? reopen() : now;
    }

    /** Gives a connection up; the next {@link #open} makes another. */
    void drop(C connection) {
        var _ = connection.closeAsync();
        companion.part(connection);
    }

    @Override
    public void close() {
        closed = true;
        client.shutdown();
        companion.end();
    }

    private synchronized CompletableFuture<C> reopen() {
        var now = latest;
        if (now == null || isOver(now)) {
            now = connect();
            latest = now;
        }
        return now;
    }

    private CompletableFuture<C> connect() {
        if (closed) {
            return CompletableFuture.failedFuture(new RedisException("the connection was closed"));
        }
        try {
            RedisURI uri = place.get();
            return connector.apply(patient(uri)).toCompletableFuture().thenCompose(made -> greeted(made, uri));
        } catch (IllegalStateException resourcesShutDown) {
            return CompletableFuture.failedFuture(new RedisException(resourcesShutDown));
        }
    }

    private CompletionStage<C> greeted(C connection, RedisURI uri) {
        return demandPrimary(connection, uri)
                .thenCompose(primary -> companion.greet(connection))
                .toCompletableFuture()
                .orTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((ready, failure) -> {
                    if (failure != null) {
                        drop(connection);
                    }
                })
                .thenApply(ready -> connection);
    }

    /** What sentinels name may have been demoted a moment ago, and would answer questions with what it had then. */
    private static CompletionStage<?> demandPrimary(StatefulRedisConnection<String, byte[]> connection, RedisURI uri) {
        if (uri.getSentinels().isEmpty()) {
            return CompletableFuture.completedFuture(connection);
        }
        return connection.async().role().thenAccept(role -> {
            if (!(role.getFirst() instanceof byte[] name) || !new String(name, UTF_8).equals("master")) {
                throw new RedisException("the server that sentinels name is no master");
            }
        });
    }

    private static boolean isOver(CompletableFuture<? extends StatefulRedisConnection<String, byte[]>> connection) {
        return connection.isCompletedExceptionally()
                || (connection.isDone() && !connection.join().isOpen());
    }
}
