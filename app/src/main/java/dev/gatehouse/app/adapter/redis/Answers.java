package dev.gatehouse.app.adapter.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.RedisReadOnlyException;
import io.lettuce.core.protocol.AsyncCommand;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Ways to wait for an answer until a time, and to read it. */
final class Answers {

    private Answers() {}

    /** Returns when the server has answered, be it with an error; throws when it has not. */
    static void settle(AsyncCommand<String, byte[], ?> command, long deadlineNanos) {
        try {
            await(command, deadlineNanos);
        } catch (RedisReadOnlyException demoted) {
            // The primary is elsewhere now: another connection may find it.
            throw demoted;
        } catch (RedisCommandExecutionException refusal) {
            // An answer all the same, which is for the caller to read.
        }
    }

    static <T> T await(CompletableFuture<T> answer, long deadlineNanos) {
        try {
            return answer.get(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RedisException cause ? cause : new RedisException(failure.getCause());
        } catch (CancellationException dropped) {
            throw new RedisException("the connection was closed");
        } catch (TimeoutException late) {
            throw new RedisCommandTimeoutException("no answer in time");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new RedisCommandInterruptedException(stop);
        }
    }

    static boolean isUnknownScript(AsyncCommand<String, byte[], byte[]> answered) {
        return answered.state() == Future.State.FAILED && answered.exceptionNow() instanceof RedisNoScriptException;
    }

    static boolean isOfAnotherType(AsyncCommand<String, byte[], ?> answered) {
        return answered.state() == Future.State.FAILED
                && answered.exceptionNow() instanceof RedisCommandExecutionException refusal
                && String.valueOf(refusal.getMessage()).startsWith("WRONGTYPE");
    }

    /** What the server said; null for nothing. Throws what it refused with, or why it gave no answer. */
    static <T extends @Nullable Object> T read(AsyncCommand<String, byte[], T> answered) {
        return switch (answered.state()) {
            case SUCCESS -> answered.resultNow();
            case FAILED ->
                throw answered.exceptionNow() instanceof RedisException told
                        ? told
                        : new RedisException(answered.exceptionNow());
            case CANCELLED, RUNNING -> throw new RedisException("the connection was closed");
        };
    }
}
