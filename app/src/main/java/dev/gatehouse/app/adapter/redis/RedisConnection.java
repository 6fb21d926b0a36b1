package dev.gatehouse.app.adapter.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Calls to Redis that come back soon, whatever Redis does: with an answer, or with a {@link RedisException}.
 *
 * <p>Nothing connects before the first call. A call waits for the connection and its answer together for as long as the
 * patience; after one that got no answer, calls fail at once for the length of the pause, and then one tries again. In a
 * cluster this holds for each of its masters by itself.
 */
public final class RedisConnection implements AutoCloseable {

    private final Keyspace keyspace;
    private final long patienceNanos;
    private final LongConsumer answered;

    /**
     * @param resources threads and timers, which stay whoever's they are
     * @param patience for one call
     * @param pause between a call without an answer and the next try
     */
    public RedisConnection(ClientResources resources, RedisPlace place, Duration patience, Duration pause) {
        this(keyspace(resources, place, pause, () -> new Companion<>() {}, () -> {}), patience, asked -> {});
    }

    /**
     * @param invalidations hears of changes on this connection, and on no other
     */
    public RedisConnection(
            ClientResources resources,
            RedisPlace place,
            Duration patience,
            Duration pause,
            RedisInvalidations invalidations) {
        this(
                keyspace(resources, place, pause, invalidations::line, invalidations::forget),
                patience,
                invalidations::answered);
    }

    /**
     * @param answered told at what {@link System#nanoTime} something was asked that was answered
     */
    private RedisConnection(Keyspace keyspace, Duration patience, LongConsumer answered) {
        this.keyspace = keyspace;
        this.patienceNanos = patience.toNanos();
        this.answered = answered;
    }

    private static Keyspace keyspace(
            ClientResources resources,
            RedisPlace place,
            Duration pause,
            Supplier<Companion<StatefulRedisConnection<String, byte[]>>> companions,
            Runnable mover) {
        return switch (place) {
            case RedisPlace.Server(var uri) ->
                new OneServer(new Node("Redis", resources, uri, pause, companions.get()), uri);
            case RedisPlace.Cluster(var seeds) ->
                new Cluster(new Masters(
                        seeds,
                        new Scout(resources),
                        address -> new Node(
                                "Redis at " + address,
                                resources,
                                address.like(seeds.getFirst()),
                                pause,
                                companions.get()),
                        mover,
                        pause));
        };
    }

    /** Begins to connect, without waiting for it. */
    public void warmUp() {
        keyspace.warmUp();
    }

    @Override
    public void close() {
        keyspace.close();
    }

    /** The slot of a key, which the keys of one call share; on one server all do. */
    int slot(String key) {
        return keyspace.slot(key);
    }

    /** The value of a key; null when there is none, or none that is a string. */
    byte @Nullable [] get(String key) {
        var command =
                exchange(List.of(new Question<>(key, () -> Commands.get(key)))).getFirst();
        return Answers.isOfAnotherType(command) ? null : Answers.read(command);
    }

    /** The values of keys, as {@link #get} gives them, in one round trip and in their order. */
    List<byte @Nullable []> getAll(List<String> keys) {
        List<List<String>> parts = List.copyOf(
                keys.stream().collect(Collectors.groupingBy(this::slot)).values());
        var answers = exchange(parts.stream()
                .map(part -> new Question<>(part.getFirst(), () -> Commands.mget(part)))
                .toList());
        if (parts.size() == 1) {
            return Answers.read(answers.getFirst());
        }
        var values = new HashMap<String, byte @Nullable []>();
        for (int i = 0; i < parts.size(); i++) {
            List<byte @Nullable []> read = Answers.read(answers.get(i));
            for (int j = 0; j < read.size(); j++) {
                values.put(parts.get(i).get(j), read.get(j));
            }
        }
        return keys.stream().<byte @Nullable []>map(values::get).toList();
    }

    /** The fields of the hashes under keys, in one round trip and in their order; none where there is no hash. */
    List<Map<String, byte[]>> getHashes(List<String> keys) {
        return exchange(keys.stream()
                        .map(key -> new Question<>(key, () -> Commands.hgetall(key)))
                        .toList())
                .stream()
                .map(command -> Answers.isOfAnotherType(command) ? Map.<String, byte[]>of() : Answers.read(command))
                .toList();
    }

    /** Deletes keys of one slot at once; returns how many there were. */
    long delete(String... keys) {
        return ask(keys[0], () -> Commands.del(keys));
    }

    /** Runs a script; null when it answers nothing. */
    byte @Nullable [] run(RedisScript.Call call) {
        return begin(call).get();
    }

    /** Begins to run a script, without waiting; who asks for its answer, which is null for none, waits for it, and once. */
    Supplier<byte @Nullable []> begin(RedisScript.Call call) {
        Supplier<List<AsyncCommand<String, byte[], byte[]>>> answers = beginAll(List.of(call));
        return () -> Answers.read(answers.get().getFirst());
    }

    /** Runs scripts in one round trip, each by itself: when one fails, the others may have been run. */
    List<byte @Nullable []> runAll(List<RedisScript.Call> calls) {
        return tryAll(calls).stream().<byte @Nullable []>map(Answers::read).toList();
    }

    /** Runs scripts as {@link #runAll} does; each answer, once it is read, throws what that script failed with. */
    List<AsyncCommand<String, byte[], byte[]>> tryAll(List<RedisScript.Call> calls) {
        return beginAll(calls).get();
    }

    private Supplier<List<AsyncCommand<String, byte[], byte[]>>> beginAll(List<RedisScript.Call> calls) {
        var answers = begin(calls.stream().map(Question::known).toList());
        return () -> taught(calls, answers.get());
    }

    private List<AsyncCommand<String, byte[], byte[]>> taught(
            List<RedisScript.Call> calls, List<AsyncCommand<String, byte[], byte[]>> commands) {
        // A server that was restarted, replaced or flushed knows no scripts; what it did know is not run again.
        int[] unknown = IntStream.range(0, calls.size())
                .filter(number -> Answers.isUnknownScript(commands.get(number)))
                .toArray();
        if (unknown.length == 0) {
            return commands;
        }
        var all = new ArrayList<>(commands);
        var taught = exchange(IntStream.of(unknown)
                .mapToObj(number -> Question.unknown(calls.get(number)))
                .toList());
        for (int i = 0; i < unknown.length; i++) {
            all.set(unknown[i], taught.get(i));
        }
        return all;
    }

    /** Publishes a message to whoever listens to a channel now. */
    void publish(String channel, byte[] message) {
        ask(channel, () -> Commands.publish(channel, message));
    }

    /** Sends a command to the server that a key is on, and gives its answer. */
    <T> T ask(String key, Supplier<AsyncCommand<String, byte[], T>> command) {
        return Answers.read(exchange(List.of(new Question<>(key, command))).getFirst());
    }

    /**
     * Where to listen to a channel.
     *
     * @throws RedisException when that is not known in time
     */
    RedisURI place(String channel) {
        return keyspace.place(channel, deadline());
    }

    /** Hears that a server may be elsewhere by now. Never waits. */
    void doubt() {
        keyspace.doubt();
    }

    private <T extends @Nullable Object> List<AsyncCommand<String, byte[], T>> exchange(List<Question<T>> questions) {
        return begin(questions).get();
    }

    private <T extends @Nullable Object> Supplier<List<AsyncCommand<String, byte[], T>>> begin(
            List<Question<T>> questions) {
        long asked = System.nanoTime();
        Keyspace.Exchange<T> exchange = keyspace.begin(questions, asked + patienceNanos);
        return () -> {
            var commands = exchange.settle();
            if (commands.getFirst().state() == Future.State.SUCCESS) {
                answered.accept(asked);
            }
            return commands;
        };
    }

    private long deadline() {
        return System.nanoTime() + patienceNanos;
    }
}
