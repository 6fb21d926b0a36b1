package dev.gatehouse.events;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** An event log in a table of the in-memory unit of work. */
public final class InMemoryEventLog implements EventLog {

    private final InMemoryUnitOfWork work;
    private final Map<Integer, Event> events;
    private final AtomicInteger appended = new AtomicInteger();

    public InMemoryEventLog(InMemoryUnitOfWork work) {
        this.work = work;
        events = work.table();
    }

    @Override
    public void append(Event event) {
        work.run(() -> {
            if (events.values().stream().anyMatch(other -> other.id().equals(event.id()))) {
                throw new IllegalStateException("appended twice: " + event.id());
            }
            return Optional.ofNullable(events.put(appended.getAndIncrement(), event));
        });
    }

    /** Takes the oldest events out, in their order. */
    List<Event> take(int limit) {
        return events.keySet().stream()
                .sorted()
                .limit(limit)
                .map(events::remove)
                .toList();
    }

    /** All events that no relay has taken, in the order of their appending. */
    public List<Event> all() {
        return events.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The events of a subject that no relay has taken, in the order of their appending. */
    public List<Event> of(UUID subject) {
        return all().stream().filter(event -> event.subject().equals(subject)).toList();
    }
}
