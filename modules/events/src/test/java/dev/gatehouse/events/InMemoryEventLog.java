package dev.gatehouse.events;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An event log in a table of the in-memory unit of work. */
public final class InMemoryEventLog implements EventLog {

    private final Map<Integer, Event> events;

    public InMemoryEventLog(InMemoryUnitOfWork work) {
        events = work.table();
    }

    @Override
    public void append(Event event) {
        if (events.values().stream().anyMatch(other -> other.id().equals(event.id()))) {
            throw new IllegalStateException("appended twice: " + event.id());
        }
        events.put(events.size(), event);
    }

    /** The events of a subject, in the order of their appending. */
    public List<Event> of(UUID subject) {
        return events.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .filter(event -> event.subject().equals(subject))
                .toList();
    }
}
