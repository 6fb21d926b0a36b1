package dev.gatehouse.app.adapter.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeoutException;

/**
 * A connection with one channel on which the broker confirms every message by its number, so that nobody takes another
 * message's confirmation for their own.
 */
final class ConfirmedChannel implements AutoCloseable {

    private static final int GOODBYE_MILLIS = 1_000;

    private final String exchange;
    private final Connection connection;
    private final Channel channel;
    private final ConcurrentNavigableMap<Long, CompletableFuture<Void>> underWay = new ConcurrentSkipListMap<>();
    private volatile boolean givenUp;

    private ConfirmedChannel(String exchange, Connection connection) throws IOException {
        this.exchange = exchange;
        this.connection = connection;
        this.channel = connection.createChannel();
    }

    /** Connects, and sees to it that the topic exchange is there. */
    static ConfirmedChannel open(ConnectionFactory factory, String exchange) throws IOException, TimeoutException {
        Connection connection = factory.newConnection("gatehouse publisher");
        try {
            var opened = new ConfirmedChannel(exchange, connection);
            opened.prepare();
            return opened;
        } catch (IOException | ShutdownSignalException refused) {
            connection.abort(GOODBYE_MILLIS);
            throw refused;
        }
    }

    private void prepare() throws IOException {
        channel.addConfirmListener(this::confirmed, this::declined);
        channel.addShutdownListener(this::lost);
        channel.exchangeDeclare(exchange, BuiltinExchangeType.TOPIC, true);
        channel.confirmSelect();
    }

    /** Sends a message; done once the broker has it. Messages are sent in the order of the calls. */
    synchronized CompletableFuture<Void> publish(String key, BasicProperties properties, byte[] body)
            throws IOException {
        var confirmed = new CompletableFuture<Void>();
        underWay.put(channel.getNextPublishSeqNo(), confirmed);
        channel.basicPublish(exchange, key, properties, body);
        return confirmed;
    }

    boolean isOpen() {
        return !givenUp && channel.isOpen();
    }

    /** Lets nobody use it any more, without waiting for the broker. */
    void giveUp() {
        givenUp = true;
        Thread.ofVirtual().start(this::close);
    }

    private void confirmed(long number, boolean allBefore) {
        take(number, allBefore).forEach(confirmed -> confirmed.complete(null));
    }

    private void declined(long number, boolean allBefore) {
        var reason = new IOException("the broker declined the message");
        take(number, allBefore).forEach(confirmed -> confirmed.completeExceptionally(reason));
    }

    private void lost(ShutdownSignalException cause) {
        take(Long.MAX_VALUE, true).forEach(confirmed -> confirmed.completeExceptionally(cause));
    }

    private Collection<CompletableFuture<Void>> take(long number, boolean allBefore) {
        var meant = allBefore ? underWay.headMap(number, true) : underWay.subMap(number, true, number, true);
        var taken = List.copyOf(meant.values());
        meant.clear();
        return taken;
    }

    /** Ends the connection; what has not been confirmed will not be. */
    @Override
    public void close() {
        connection.abort(GOODBYE_MILLIS);
    }
}
