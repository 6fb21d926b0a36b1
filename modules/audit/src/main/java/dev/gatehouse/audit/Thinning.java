package dev.gatehouse.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lets so many of a kind through in a time. Knows the latest kinds, so many at most. */
public final class Thinning {

    private static final int KINDS = 10_000;

    private record Window(Instant since, int seen) {}

    private final int most;
    private final Duration time;
    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>();

    public Thinning(int most, Duration time, Clock clock) {
        this.most = most;
        this.time = time;
        this.clock = clock;
    }

    /** Whether one more of a kind is let through. */
    synchronized boolean lets(String kind) {
        Instant now = clock.instant();
        Window before = windows.remove(kind);
        Window window = before == null || !now.isBefore(before.since().plus(time))
                ? new Window(now, 1)
                : new Window(before.since(), before.seen() + 1);
        windows.put(kind, window);
        if (windows.size() > KINDS) {
            windows.remove(windows.keySet().iterator().next());
        }
        return window.seen() <= most;
    }
}
