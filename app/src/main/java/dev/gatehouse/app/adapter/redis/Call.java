package dev.gatehouse.app.adapter.redis;

import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.protocol.AsyncCommand;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commands on their way to one server. For one thread, which must settle it. */
final class Call {

    private static final Logger LOG = LoggerFactory.getLogger(RedisConnection.class);

    private final String name;
    private final Link<StatefulRedisConnection<String, byte[]>> link;
    private final Circuit circuit;
    private final List<? extends AsyncCommand<String, byte[], ?>> commands;
    private final @Nullable CompletableFuture<StatefulRedisConnection<String, byte[]>> opening;
    private @Nullable StatefulRedisConnection<String, byte[]> sent;

    /** Sends commands now if the connection stands, and else while settling. */
    Call(
            String name,
            Link<StatefulRedisConnection<String, byte[]>> link,
            Circuit circuit,
            List<? extends AsyncCommand<String, byte[], ?>> commands) {
        this.name = name;
        this.link = link;
        this.circuit = circuit;
        this.commands = commands;
        this.opening = circuit.admits() ? link.open() : null;
        if (opening != null && opening.state() == Future.State.SUCCESS) {
            send(opening.resultNow());
        }
    }

    boolean isSent() {
        return sent != null;
    }

    /**
     * Returns when all commands are answered, be it with an error, or have failed; waits until the deadline at most.
     *
     * @return whether the server has answered
     */
    boolean settle(long deadline) {
        if (opening == null) {
            fail(new RedisConnectionException(name + " gave no answer a moment ago"));
            return false;
        }
        if (sent == null && opening.isDone() && System.nanoTime() - deadline > 0) {
            // Others have used up the time: that is no fault of this server.
            fail(new RedisCommandTimeoutException("no time left"));
            return false;
        }
        try {
            if (sent == null) {
                send(Answers.await(opening, deadline));
            }
            commands.forEach(command -> Answers.settle(command, deadline));
            if (circuit.close()) {
                LOG.info("{} answers again", name);
            }
            return true;
        } catch (RedisCommandInterruptedException notItsFault) {
            throw notItsFault;
        } catch (RedisException unanswered) {
            giveUp(unanswered);
            return false;
        }
    }

    private void send(StatefulRedisConnection<String, byte[]> connection) {
        sent = connection;
        connection.dispatch(commands);
    }

    private void giveUp(RedisException unanswered) {
        fail(unanswered);
        if (sent != null) {
            // Whatever is behind it on this connection waits for the same answer, and must not arrive later.
            link.drop(sent);
        }
        if (circuit.open()) {
            LOG.warn("{} does not answer: {}", name, unanswered.getMessage());
        }
    }

    private void fail(RedisException failure) {
        commands.forEach(command -> command.completeExceptionally(failure));
    }
}
