package dev.gatehouse.app.adapter.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.caching.Invalidations;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of changes by Redis' CLIENT TRACKING in its broadcasting mode, on the very connection that questions are asked
 * on: before Redis answers whoever changed a key, it has put the news into the output of every connection that tracks
 * it, and so ahead of the answer to any question that was asked later.
 *
 * <p>Give it to one {@link RedisConnection}.
 */
public final class RedisInvalidations implements Invalidations, Companion<StatefulRedisConnection<String, byte[]>> {

    private static final Logger LOG = LoggerFactory.getLogger(RedisInvalidations.class);

    private final TrackingArgs tracking;
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable StatefulRedisConnection<String, byte[]>> heard = new AtomicReference<>();
    private volatile boolean refused;

    /**
     * @param prefixes of the keys whose changes are heard; none may begin with another
     */
    public RedisInvalidations(List<String> prefixes) {
        this.tracking = TrackingArgs.Builder.enabled().bcast().prefixes(UTF_8, prefixes.toArray(String[]::new));
    }

    @Override
    public void follow(Consumer<Change> listener) {
        listeners.add(listener);
    }

    @Override
    public boolean areHeard() {
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
            tell(new Change.OfAnything());
        }
    }

    private void begin(StatefulRedisConnection<String, byte[]> connection) {
        tell(new Change.OfAnything());
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
                keys.forEach(key -> tell(new Change.Of(String.valueOf(key))));
            } else {
                tell(new Change.OfAnything());
            }
        }
    }

    private void tell(Change change) {
        for (Consumer<Change> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException failure) {
                LOG.error("a listener to changes failed", failure);
            }
        }
    }
}
