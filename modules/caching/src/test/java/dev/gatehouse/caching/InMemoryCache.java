package dev.gatehouse.caching;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A cache in a map, that can be told to fail. */
public final class InMemoryCache<V> implements Cache<V> {

    private record Entry<V>(long version, @Nullable V value, long endsNanos) {}

    private final Map<String, Entry<V>> entries = new ConcurrentHashMap<>();
    private boolean failing;

    /** From now on every call fails, or succeeds again. */
    public void failing(boolean failing) {
        this.failing = failing;
    }

    @Override
    public Optional<V> find(String key) {
        answer();
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> entry.endsNanos > System.nanoTime())
                .flatMap(entry -> Optional.ofNullable(entry.value));
    }

    @Override
    public void put(String key, V value, long version, Duration ttl) {
        write(key, new Entry<>(version, value, System.nanoTime() + ttl.toNanos()));
    }

    @Override
    public void invalidate(String key, long version) {
        answer();
        var tombstone = new Entry<V>(version, null, System.nanoTime() + TOMBSTONE.toNanos());
        entries.merge(key, tombstone, (now, next) -> live(now) && now.version >= next.version ? now : next);
    }

    private void write(String key, Entry<V> entry) {
        answer();
        entries.merge(key, entry, (now, next) -> live(now) && now.version > next.version ? now : next);
    }

    private static boolean live(Entry<?> entry) {
        return entry.endsNanos > System.nanoTime();
    }

    private void answer() {
        if (failing) {
            throw new CacheUnavailable(new IllegalStateException("told to fail"));
        }
    }
}
