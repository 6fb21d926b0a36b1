package dev.gatehouse.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** An inbox in a table of the in-memory unit of work. */
public final class InMemoryInbox implements Inbox {

    private record Mark(String handler, UUID event) {}

    private final InMemoryUnitOfWork work;
    private final Clock clock;
    private final Map<Mark, Instant> marks;

    public InMemoryInbox(InMemoryUnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
        marks = work.table();
    }

    @Override
    public boolean claim(String handler, UUID event) {
        return work.run(() -> marks.putIfAbsent(new Mark(handler, event), clock.instant()) == null);
    }

    @Override
    public int forget(Duration age, int limit) {
        Instant since = clock.instant().minus(age);
        return work.run(() -> {
            var old = marks.entrySet().stream()
                    .filter(mark -> !mark.getValue().isAfter(since))
                    .sorted(Map.Entry.comparingByValue())
                    .limit(limit)
                    .map(Map.Entry::getKey)
                    .toList();
            old.forEach(marks::remove);
            return old.size();
        });
    }
}
