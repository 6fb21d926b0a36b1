package dev.gatehouse.ratelimit;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A source that says what it was told to. */
public final class InMemoryPolicySource implements PolicySource {

    private Reading next = new Reading.Unchanged();

    public synchronized void write(Reading reading) {
        next = reading;
    }

    @Override
    public synchronized Reading read() {
        Reading read = next;
        next = new Reading.Unchanged();
        return read;
    }

    /** Policies by the names and quotas of limits a minute for each address, everywhere. */
    public static Policies policies(Map<String, Integer> quotas) {
        return new Policies(
                new TreeMap<>(quotas)
                        .entrySet().stream()
                                .map(limit -> new Policy(
                                        Limit.of(limit.getKey(), limit.getValue(), Duration.ofMinutes(1)),
                                        Policy.By.ADDRESS,
                                        new Policy.Scope.Everywhere(),
                                        Map.of()))
                                .toList(),
                Map.of());
    }
}
