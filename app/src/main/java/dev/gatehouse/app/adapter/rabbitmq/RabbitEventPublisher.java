package dev.gatehouse.app.adapter.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventFormat;
import dev.gatehouse.events.EventPublisher;
import dev.gatehouse.events.EventPublisherUnavailable;
import dev.gatehouse.events.Published;
import java.io.IOException;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Publishes to a topic exchange of RabbitMQ (AMQP 0-9-1) under the event's type, persistent, and waits for the broker's
 * confirmation.
 *
 * <p>Nothing connects before the first event. A connection that was lost, or on which a confirmation did not come in
 * time, is made anew for the next one; nothing is kept to be sent later. A broker refuses no event for good, so none is
 * {@link Published.Refused}.
 */
public final class RabbitEventPublisher implements EventPublisher, AutoCloseable {

    private static final int PERSISTENT = 2;

    private final ConnectionFactory factory;
    private final String exchange;
    private final EventFormat format;
    private final Duration patience;
    private @Nullable CompletableFuture<ConfirmedChannel> latest;

    /**
     * @param factory without automatic recovery, and with time-outs
     * @param patience for connection and confirmation together
     */
    public RabbitEventPublisher(ConnectionFactory factory, String exchange, EventFormat format, Duration patience) {
        this.factory = factory;
        this.exchange = exchange;
        this.format = format;
        this.patience = patience;
    }

    @Override
    public Published publish(Event event) {
        byte[] body = format.encode(event);
        CompletableFuture<ConfirmedChannel> channel = channel();
        // A socket that takes no more bytes must not hold the caller, so another thread writes.
        var confirmed = channel.thenComposeAsync(
                open -> unchecked(() -> open.publish(event.type(), properties(event), body)),
                RabbitEventPublisher::onThreadOfItsOwn);
        try {
            confirmed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Published.Taken();
        } catch (ExecutionException failed) {
            throw new EventPublisherUnavailable("RabbitMQ: " + reason(failed), failed);
        } catch (TimeoutException silent) {
            confirmed.cancel(false);
            if (channel.isDone()) {
                // One that is still being connected ends by itself, and may serve the next event.
                var _ = channel.thenAccept(ConfirmedChannel::giveUp);
            }
            throw new EventPublisherUnavailable("RabbitMQ: no confirmation in time", silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EventPublisherUnavailable("RabbitMQ: interrupted", stopped);
        }
    }

    private static BasicProperties properties(Event event) {
        return new BasicProperties.Builder()
                .messageId(event.id().toString())
                .type(event.type())
                .timestamp(Date.from(event.occurredAt()))
                .contentType("application/json")
                .contentEncoding("utf-8")
                .appId("gatehouse")
                .deliveryMode(PERSISTENT)
                .build();
    }

    private synchronized CompletableFuture<ConfirmedChannel> channel() {
        var now = latest;
        if (now == null || isOver(now)) {
            now = CompletableFuture.supplyAsync(
                    () -> unchecked(() -> ConfirmedChannel.open(factory, exchange)),
                    RabbitEventPublisher::onThreadOfItsOwn);
            latest = now;
        }
        return now;
    }

    private static boolean isOver(CompletableFuture<ConfirmedChannel> channel) {
        return channel.isCompletedExceptionally()
                || (channel.isDone() && !channel.join().isOpen());
    }

    @Override
    public synchronized void close() {
        if (latest != null) {
            var _ = latest.thenAccept(ConfirmedChannel::close);
        }
    }

    private static void onThreadOfItsOwn(Runnable task) {
        Thread.ofVirtual().name("rabbitmq-publisher").start(task);
    }

    private static <T> T unchecked(Callable<T> call) {
        try {
            return call.call();
        } catch (Exception failure) {
            throw new CompletionException(failure);
        }
    }

    /** What happened, without the host and the user that the client's sentences name. */
    private static String reason(ExecutionException failed) {
        return switch (failed.getCause()) {
            case ShutdownSignalException lost -> "the connection was lost";
            case TimeoutException silent -> "no answer in time";
            case IOException broken -> broken.getClass().getSimpleName();
            case null, default -> "the message could not be sent";
        };
    }
}
