package dev.gatehouse.app.adapter.redis;

import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears one channel on a connection of its own, and subscribes anew on another one when that was lost.
 *
 * <p>A subscriber is never asked anything, and so would never learn that its server is gone: a thread pings it in every
 * pause, and gives up a connection on which no answer comes.
 */
final class Subscription implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Link<StatefulRedisPubSubConnection<String, byte[]>> link;
    private final RedisConnection redis;
    private final String channel;
    private final Duration pause;
    private final Consumer<byte[]> listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable RedisURI place;
    private volatile @Nullable StatefulRedisPubSubConnection<String, byte[]> subscribed;
    private boolean missed;

    /**
     * @param redis knows where the channel is
     * @param pause between two looks at the connection
     * @param listener called by a thread that must not wait
     */
    Subscription(
            ClientResources resources,
            RedisConnection redis,
            String channel,
            Duration pause,
            Consumer<byte[]> listener) {
        this.link = Link.forMessages(resources, () -> Objects.requireNonNull(place));
        this.redis = redis;
        this.channel = channel;
        this.pause = pause;
        this.listener = listener;
    }

    void start() {
        Thread.ofVirtual().name("subscription " + channel).start(this::keep);
    }

    /** Whether it hears the channel, as far as it knows. */
    boolean stands() {
        var connection = subscribed;
        return connection != null && connection.isOpen();
    }

    @Override
    public void close() {
        closed.countDown();
        link.close();
    }

    private void keep() {
        try {
            do {
                look();
            } while (!closed.await(pause.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException | RedisCommandInterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            follow(redis.place(channel));
            var connection = Answers.await(link.open(), deadline);
            demandAnswer(connection, deadline);
            if (missed) {
                LOG.info("Redis is heard again on {}", channel);
                missed = false;
            }
        } catch (RedisCommandInterruptedException stop) {
            throw stop;
        } catch (RedisException failure) {
            subscribed = null;
            redis.doubt();
            if (!missed && closed.getCount() > 0) {
                LOG.warn("Redis is not heard on {}: {}", channel, failure.getMessage());
                missed = true;
            }
        }
    }

    private void follow(RedisURI now) {
        var connection = subscribed;
        if (connection != null && !now.equals(place)) {
            subscribed = null;
            link.drop(connection);
        }
        place = now;
    }

    /** A ping, or on a connection that is new the subscription. */
    private void demandAnswer(StatefulRedisPubSubConnection<String, byte[]> connection, long deadline) {
        try {
            if (connection.equals(subscribed)) {
                await(connection.async().ping(), deadline);
                return;
            }
            connection.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(String from, byte[] message) {
                    listener.accept(message);
                }
            });
            await(connection.async().subscribe(channel), deadline);
            subscribed = connection;
        } catch (RedisCommandInterruptedException stop) {
            throw stop;
        } catch (RedisException unanswered) {
            link.drop(connection);
            throw unanswered;
        }
    }

    private static void await(CompletionStage<?> answer, long deadline) {
        var _ = Answers.await(answer.toCompletableFuture(), deadline);
    }
}
