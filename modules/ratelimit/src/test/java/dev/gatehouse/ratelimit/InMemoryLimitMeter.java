package dev.gatehouse.ratelimit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A meter in a map. */
public final class InMemoryLimitMeter implements LimitMeter {

    private record Kind(String limit, Event event) {}

    private final Map<Kind, Long> counts = new ConcurrentHashMap<>();

    @Override
    public void count(String limit, Event event) {
        counts.merge(new Kind(limit, event), 1L, Long::sum);
    }

    public long counted(String limit, Event event) {
        return counts.getOrDefault(new Kind(limit, event), 0L);
    }
}
