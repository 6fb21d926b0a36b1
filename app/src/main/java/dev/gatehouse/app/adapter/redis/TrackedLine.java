package dev.gatehouse.app.adapter.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.caching.Invalidations.Change;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.TrackingArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.push.PushMessage;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one server tells of changes, on whichever connection there is to it. */
final class TrackedLine implements Companion<StatefulRedisConnection<String, byte[]>> {

    private static final Logger LOG = LoggerFactory.getLogger(RedisInvalidations.class);

    private final TrackingArgs tracking;
    private final Consumer<Change> listener;
    private final Consumer<TrackedLine> end;
    private final AtomicReference<@Nullable StatefulRedisConnection<String, byte[]>> heard = new AtomicReference<>();
    private volatile boolean refused;

    /**
     * @param end told when there will be no other connection
     */
    TrackedLine(TrackingArgs tracking, Consumer<Change> listener, Consumer<TrackedLine> end) {
        this.tracking = tracking;
        this.listener = listener;
        this.end = end;
    }

    boolean isHeard() {
        var connection = heard.get();
        return connection != null && connection.isOpen();
    }

    @Override
    public CompletionStage<?> greet(StatefulRedisConnection<String, byte[]> connection) {
        connection.addListener(this::hear);
        connection.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> lost) {
                part(connection);
            }
        });
        return connection.async().clientTracking(tracking).handle((done, failure) -> {
            if (failure == null) {
                begin(connection);
            } else if (failure instanceof RedisCommandExecutionException refusal) {
                warn(refusal);
            } else {
                throw new CompletionException(failure);
            }
            return connection;
        });
    }

    @Override
    public void part(StatefulRedisConnection<String, byte[]> connection) {
        if (heard.compareAndSet(connection, null)) {
            listener.accept(new Change.Missed());
        }
    }

    @Override
    public void end() {
        listener.accept(new Change.OfAnything());
        end.accept(this);
    }

    private void begin(StatefulRedisConnection<String, byte[]> connection) {
        listener.accept(new Change.OfAnything());
        heard.set(connection);
        refused = false;
    }

    private void warn(RedisCommandExecutionException refusal) {
        if (!refused) {
            LOG.warn("Redis tells of no changes, so that nothing is kept near: {}", refusal.getMessage());
            refused = true;
        }
    }

    private void hear(PushMessage message) {
        if (message.getType().equals("invalidate")) {
            List<?> content = message.getContent(UTF_8::decode);
            // Redis names no keys when it forgets all.
            if (content.size() > 1 && content.get(1) instanceof Collection<?> keys) {
                keys.forEach(key -> listener.accept(new Change.Of(String.valueOf(key))));
            } else {
                listener.accept(new Change.OfAnything());
            }
        }
    }
}
