package dev.gatehouse.app.adapter.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.caching.Invalidations;
import io.lettuce.core.TrackingArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of changes by Redis' CLIENT TRACKING in its broadcasting mode, on the very connection that questions are asked
 * on: before Redis answers whoever changed a key, it has put the news into the output of every connection that tracks
 * it, and so ahead of the answer to any question that was asked later.
 *
 * <p>In a cluster each master tells of its own keys: changes are heard while all of them are, and ahead of answers about
 * keys of the same slot.
 *
 * <p>Give it to one {@link RedisConnection}.
 */
public final class RedisInvalidations implements Invalidations {

    private static final Logger LOG = LoggerFactory.getLogger(RedisInvalidations.class);

    private final TrackingArgs tracking;
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final List<TrackedLine> lines = new CopyOnWriteArrayList<>();
    private final AtomicLong answered = new AtomicLong(System.nanoTime());

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
        boolean heard = false;
        for (TrackedLine line : lines) {
            heard = line.isHeard();
            if (!heard) {
                break;
            }
        }
        return heard;
    }

    /** True only where one server has all keys: an answer of one says nothing of what another has to tell. */
    @Override
    public boolean areHeardUntil(long moment) {
        return lines.size() == 1 && areHeard() && answered.get() - moment >= 0;
    }

    /** Hears that something was answered that was asked at a {@link System#nanoTime}. */
    void answered(long asked) {
        long latest = answered.get();
        while (asked - latest > 0 && !answered.compareAndSet(latest, asked)) {
            latest = answered.get();
        }
    }

    /** What goes along with the connections to one more server, until it is told to end. */
    Companion<StatefulRedisConnection<String, byte[]>> line() {
        var line = new TrackedLine(tracking, this::tell, lines::remove);
        lines.add(line);
        return line;
    }

    /** Hears that keys may be elsewhere than they were, so that whoever told of them will not any more. */
    void forget() {
        tell(new Change.OfAnything());
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
