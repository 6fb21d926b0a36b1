package dev.gatehouse.app.adapter.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.protocol.AsyncCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where keys are: on one server, or on the masters of a cluster. Deadlines are those of {@link System#nanoTime}. */
interface Keyspace extends AutoCloseable {

    /** Questions on their way. For one thread, which must settle them once. */
    interface Exchange<T extends @Nullable Object> {

        /**
         * Returns the commands in the order of the questions when each was answered, be it with an error, or has failed
         * because its server gave no answer. Nothing is sent twice that a server may have done.
         */
        List<AsyncCommand<String, byte[], T>> settle();
    }

    /**
     * Asks questions in one go. Waits for nothing that is known.
     *
     * @throws RedisException when it is not known whom to ask
     */
    <T extends @Nullable Object> Exchange<T> begin(List<Question<T>> questions, long deadline);

    /** The slot of a key: what one command is about must be in the same. */
    int slot(String key);

    /**
     * Where to listen to a channel.
     *
     * @throws RedisException when that is not known before the deadline
     */
    RedisURI place(String channel, long deadline);

    /** Hears that a server may be elsewhere by now. Never waits. */
    void doubt();

    /** Begins to connect, without waiting for it. */
    void warmUp();

    @Override
    void close();
}
