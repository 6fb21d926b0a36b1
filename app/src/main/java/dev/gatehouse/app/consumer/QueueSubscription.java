package dev.gatehouse.app.consumer;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable queue of a RabbitMQ (AMQP 0-9-1), consumed one message after the other on a thread of its own. A message is
 * acknowledged after the work. What breaks the connection ends it, and after a pause it is made anew.
 */
final class QueueSubscription implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QueueSubscription.class);

    private static final int GOODBYE_MILLIS = 1_000;

    private final ConnectionFactory factory;
    private final String exchange;
    private final String queue;
    private final List<String> routingKeys;
    private final Duration pause;
    private final Function<byte[], Verdict> work;
    private @Nullable Thread thread;
    private boolean told;

    /**
     * @param exchange a topic exchange, made when it is not there; so is the queue, bound to the routing keys
     * @param pause between two tries, on average
     */
    QueueSubscription(
            ConnectionFactory factory,
            String exchange,
            String queue,
            List<String> routingKeys,
            Duration pause,
            Function<byte[], Verdict> work) {
        this.factory = factory;
        this.exchange = exchange;
        this.queue = queue;
        this.routingKeys = routingKeys;
        this.pause = pause;
        this.work = work;
    }

    /** Begins, without waiting for the broker. */
    synchronized void start() {
        thread = Thread.ofVirtual().name("consumer of " + queue).start(this::run);
    }

    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        try {
            while (true) {
                try {
                    consume();
                } catch (IOException | TimeoutException | RuntimeException broken) {
                    tell(broken);
                }
                pause();
            }
        } catch (InterruptedException closed) {
            LOG.debug("{} is no longer consumed", queue);
        }
    }

    private void consume() throws IOException, TimeoutException, InterruptedException {
        var connection = factory.newConnection("gatehouse consumer");
        try {
            Channel channel = connection.createChannel();
            BlockingQueue<Optional<Delivery>> deliveries = new LinkedBlockingQueue<>();
            channel.addShutdownListener(cause -> deliveries.add(Optional.empty()));
            channel.exchangeDeclare(exchange, BuiltinExchangeType.TOPIC, true);
            channel.queueDeclare(queue, true, false, false, null);
            for (String key : routingKeys) {
                channel.queueBind(queue, exchange, key);
            }
            channel.basicQos(1);
            channel.basicConsume(
                    queue,
                    false,
                    (tag, delivery) -> deliveries.add(Optional.of(delivery)),
                    tag -> deliveries.add(Optional.empty()));
            told = false;
            LOG.info("{} is consumed", queue);
            for (var next = deliveries.take(); next.isPresent(); next = deliveries.take()) {
                settle(channel, next.get());
            }
            throw new IOException("the broker ended the subscription");
        } finally {
            connection.abort(GOODBYE_MILLIS);
        }
    }

    private void settle(Channel channel, Delivery delivery) throws IOException, InterruptedException {
        Verdict verdict = work.apply(delivery.getBody());
        while (verdict == Verdict.LATER) {
            pause();
            verdict = work.apply(delivery.getBody());
        }
        long tag = delivery.getEnvelope().getDeliveryTag();
        if (verdict == Verdict.DONE) {
            channel.basicAck(tag, false);
        } else {
            LOG.atWarn()
                    .addKeyValue("queue", queue)
                    .addKeyValue("messageId", delivery.getProperties().getMessageId())
                    .log("a message that cannot be read was rejected");
            channel.basicNack(tag, false, false);
        }
    }

    /** Once for each outage, not for each try. */
    private void tell(Exception broken) {
        if (!told) {
            LOG.warn("{} is not consumed: {}", queue, broken.getClass().getSimpleName());
        }
        told = true;
    }

    private void pause() throws InterruptedException {
        long millis = pause.toMillis();
        Thread.sleep(millis / 2 + ThreadLocalRandom.current().nextLong(millis));
    }
}
