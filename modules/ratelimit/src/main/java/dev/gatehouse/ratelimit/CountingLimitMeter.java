package dev.gatehouse.ratelimit;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** A meter in memory, of this instance since it started. */
public final class CountingLimitMeter implements LimitMeter {

    private record Kind(String limit, Event event) {}

    private final ConcurrentMap<Kind, LongAdder> counts = new ConcurrentHashMap<>();
    private final List<LimitMeter> others;

    /**
     * @param others count the same
     */
    public CountingLimitMeter(LimitMeter... others) {
        this.others = List.of(others);
    }

    @Override
    public void count(String limit, Event event) {
        others.forEach(other -> other.count(limit, event));
        counts.computeIfAbsent(new Kind(limit, event), kind -> new LongAdder()).increment();
    }

    /** How often an event was counted of a limit. */
    public long counted(String limit, Event event) {
        LongAdder adder = counts.get(new Kind(limit, event));
        return adder == null ? 0 : adder.sum();
    }
}
