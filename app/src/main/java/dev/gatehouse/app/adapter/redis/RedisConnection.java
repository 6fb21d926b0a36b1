package dev.gatehouse.app.adapter.redis;

import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls to Redis that come back soon, whatever Redis does: with an answer, or with a {@link RedisException}.
 *
 * <p>Nothing connects before the first call. A call waits for the connection and its answer together for as long as the
 * patience; after one that got no answer, calls fail at once for the length of the pause, and then one tries again.
 */
public final class RedisConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisConnection.class);

    private final Link<StatefulRedisConnection<String, byte[]>> link;
    private final Circuit circuit;
    private final long patienceNanos;

    /**
     * @param resources threads and timers, which stay whoever's they are
     * @param patience for one call
     * @param pause between a call without an answer and the next try
     */
    public RedisConnection(ClientResources resources, RedisURI uri, Duration patience, Duration pause) {
        this(resources, uri, patience, pause, new Companion<>() {});
    }

    /**
     * @param invalidations hears of changes on this connection, and on no other
     */
    public RedisConnection(
            ClientResources resources,
            RedisURI uri,
            Duration patience,
            Duration pause,
            RedisInvalidations invalidations) {
        this(resources, uri, patience, pause, (Companion<StatefulRedisConnection<String, byte[]>>) invalidations);
    }

    private RedisConnection(
            ClientResources resources,
            RedisURI uri,
            Duration patience,
            Duration pause,
            Companion<StatefulRedisConnection<String, byte[]>> companion) {
        this.link = Link.forCommands(resources, uri, companion);
        this.circuit = new Circuit(pause);
        this.patienceNanos = patience.toNanos();
    }

    /** Begins to connect, without waiting for it. */
    public void warmUp() {
        var _ = link.open();
    }

    @Override
    public void close() {
        link.close();
    }

    /** The value of a key; null when there is none, or none that is a string. */
    byte @Nullable [] get(String key) {
        var command = Commands.get(key);
        exchange(List.of(command));
        return Answers.isOfAnotherType(command) ? null : Answers.read(command);
    }

    /** The values of keys, as {@link #get} gives them, in one round trip and in their order. */
    List<byte @Nullable []> getAll(List<String> keys) {
        return ask(Commands.mget(keys));
    }

    /** The fields of the hashes under keys, in one round trip and in their order; none where there is no hash. */
    List<Map<String, byte[]>> getHashes(List<String> keys) {
        var commands = keys.stream().map(Commands::hgetall).toList();
        exchange(commands);
        return commands.stream()
                .map(command -> Answers.isOfAnotherType(command) ? Map.<String, byte[]>of() : Answers.read(command))
                .toList();
    }

    /** Deletes keys at once; returns how many there were. */
    long delete(String... keys) {
        return ask(Commands.del(keys));
    }

    /** Runs a script; null when it answers nothing. */
    byte @Nullable [] run(RedisScript.Call call) {
        return runAll(List.of(call)).getFirst();
    }

    /** Runs scripts in one round trip, each by itself: when one fails, the others may have been run. */
    List<byte @Nullable []> runAll(List<RedisScript.Call> calls) {
        var commands = new ArrayList<>(calls.stream().map(Commands::evalsha).toList());
        exchange(commands);
        // A server that was restarted, replaced or flushed knows no scripts; what it did know is not run again.
        int[] unknown = IntStream.range(0, calls.size())
                .filter(number -> Answers.isUnknownScript(commands.get(number)))
                .toArray();
        if (unknown.length > 0) {
            IntStream.of(unknown).forEach(number -> commands.set(number, Commands.eval(calls.get(number))));
            exchange(IntStream.of(unknown).mapToObj(commands::get).toList());
        }
        return commands.stream().<byte @Nullable []>map(Answers::read).toList();
    }

    /** Publishes a message to whoever listens to a channel now. */
    void publish(String channel, byte[] message) {
        ask(Commands.publish(channel, message));
    }

    /** Sends a command, and gives its answer. */
    <T> T ask(AsyncCommand<String, byte[], T> command) {
        exchange(List.of(command));
        return Answers.read(command);
    }

    /** Sends commands in one go, and returns when all are answered, be it with an error. */
    private void exchange(List<? extends AsyncCommand<String, byte[], ?>> commands) {
        if (!circuit.admits()) {
            throw new RedisConnectionException("Redis gave no answer a moment ago");
        }
        long deadline = System.nanoTime() + patienceNanos;
        try {
            exchange(commands, Answers.await(link.open(), deadline), deadline);
            if (circuit.close()) {
                LOG.info("Redis answers again");
            }
        } catch (RedisCommandInterruptedException notItsFault) {
            throw notItsFault;
        } catch (RedisException unanswered) {
            if (circuit.open()) {
                LOG.warn("Redis does not answer: {}", unanswered.getMessage());
            }
            throw unanswered;
        }
    }

    private void exchange(
            List<? extends AsyncCommand<String, byte[], ?>> commands,
            StatefulRedisConnection<String, byte[]> connection,
            long deadline) {
        connection.dispatch(commands);
        try {
            commands.forEach(command -> Answers.settle(command, deadline));
        } catch (RedisCommandInterruptedException notItsFault) {
            throw notItsFault;
        } catch (RedisException unanswered) {
            // Whatever is behind it on this connection waits for the same answer, and must not arrive later.
            link.drop(connection);
            throw unanswered;
        }
    }
}
