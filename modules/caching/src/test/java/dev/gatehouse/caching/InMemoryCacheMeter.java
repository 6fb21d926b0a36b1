package dev.gatehouse.caching;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts in a map. */
public final class InMemoryCacheMeter implements CacheMeter {

    private final Map<Count, LongAdder> counts = new ConcurrentHashMap<>();
    private final LongAdder loadNanos = new LongAdder();
    private final AtomicInteger loads = new AtomicInteger();

    @Override
    public void count(Count what, long times) {
        counts.computeIfAbsent(what, key -> new LongAdder()).add(times);
    }

    @Override
    public void loaded(Duration time) {
        loadNanos.add(time.toNanos());
        loads.incrementAndGet();
    }

    public long counted(Count what) {
        var count = counts.get(what);
        return count == null ? 0 : count.sum();
    }

    public int loads() {
        return loads.get();
    }

    Duration loadedInAll() {
        return Duration.ofNanos(loadNanos.sum());
    }
}
