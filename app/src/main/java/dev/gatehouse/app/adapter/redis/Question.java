package dev.gatehouse.app.adapter.redis;

import io.lettuce.core.protocol.AsyncCommand;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something to ask the server that a key is on.
 *
 * @param key one of those it is about; they share a slot
 * @param command makes the command, anew each time that it is to be sent
 */
record Question<T extends @Nullable Object>(String key, Supplier<AsyncCommand<String, byte[], T>> command) {

    /** Runs a script that the server may know. */
    static Question<byte[]> known(RedisScript.Call call) {
        return new Question<>(call.keys().getFirst(), () -> Commands.evalsha(call));
    }

    /** Runs a script and makes the server know it. */
    static Question<byte[]> unknown(RedisScript.Call call) {
        return new Question<>(call.keys().getFirst(), () -> Commands.eval(call));
    }
}
