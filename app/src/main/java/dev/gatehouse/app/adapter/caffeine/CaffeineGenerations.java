package dev.gatehouse.app.adapter.caffeine;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatehouse.caching.Generations;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** The numbers of lists in this process. All come from one count, so that a list whose number was lost gets a new one. */
public final class CaffeineGenerations implements Generations {

    private static final int MOST = 10_000;

    private final ConcurrentMap<String, Long> numbers = Caffeine.newBuilder()
            .maximumSize(MOST)
            .executor(Runnable::run)
            .<String, Long>build()
            .asMap();
    private final AtomicLong last = new AtomicLong();

    @Override
    public long current(String list) {
        return numbers.computeIfAbsent(list, name -> last.incrementAndGet());
    }

    @Override
    public void advance(String list) {
        numbers.compute(list, (name, old) -> last.incrementAndGet());
    }
}
