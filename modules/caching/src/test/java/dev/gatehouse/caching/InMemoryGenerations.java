package dev.gatehouse.caching;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers in a map, that can be told to fail, and to lose everything. */
public final class InMemoryGenerations implements Generations {

    private final Map<String, Long> numbers = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong();
    private volatile boolean failing;

    /** From now on every call fails, or succeeds again. */
    public void failing(boolean failing) {
        this.failing = failing;
    }

    public void flush() {
        numbers.clear();
    }

    @Override
    public long current(String list) {
        answer();
        return numbers.computeIfAbsent(list, name -> next.incrementAndGet());
    }

    @Override
    public void advance(String list) {
        answer();
        numbers.put(list, next.incrementAndGet());
    }

    private void answer() {
        if (failing) {
            throw new CacheUnavailable(new IllegalStateException("told to fail"));
        }
    }
}
