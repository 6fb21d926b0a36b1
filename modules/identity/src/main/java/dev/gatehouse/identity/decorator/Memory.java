package dev.gatehouse.identity.decorator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is over, remembered for a while by this process, and told to somebody else until they have heard.
 *
 * <p>Memory: about 150 bytes for each, and no more than 200,000 of them.
 */
final class Memory<K> {

    private static final int MOST = 200_000;

    /**
     * @param told whether the other has heard of it
     */
    private record Entry(Instant until, boolean told) {}

    private final Clock clock;
    private final Duration life;
    private final ConcurrentMap<K, Entry> entries = new ConcurrentHashMap<>();

    Memory(Clock clock, Duration life) {
        this.clock = clock;
        this.life = life;
    }

    boolean has(K key) {
        return entries.containsKey(key);
    }

    /** Remembers all, whatever the other says, and tells those they have not heard of; none is fine and not told. */
    void tell(Collection<K> keys, Consumer<Set<K>> other) {
        Instant now = clock.instant();
        entries.values().removeIf(entry -> entry.until().isBefore(now));
        Set<K> news = keys.stream().filter(key -> !isTold(entries.get(key))).collect(Collectors.toSet());
        remember(news, new Entry(now.plus(life), false));
        if (!news.isEmpty()) {
            other.accept(news);
            remember(news, new Entry(now.plus(life), true));
        }
    }

    private void remember(Set<K> keys, Entry entry) {
        for (K key : keys) {
            if (entries.size() < MOST || entries.containsKey(key)) {
                entries.put(key, entry);
            }
        }
    }

    private static boolean isTold(@Nullable Entry entry) {
        return entry != null && entry.told();
    }
}
