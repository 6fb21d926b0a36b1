package dev.gatehouse.events;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A publisher to a list, that can be told to be away, and to refuse. */
public final class InMemoryEventPublisher implements EventPublisher {

    private final List<Event> arrived = new CopyOnWriteArrayList<>();
    private volatile boolean failing;
    private volatile boolean refusing;

    /** From now on every call fails, or succeeds again. */
    public void failing(boolean failing) {
        this.failing = failing;
    }

    /** From now on every event is refused, or taken again. */
    public void refusing(boolean refusing) {
        this.refusing = refusing;
    }

    /** The events of a subject, in the order of their arrival. */
    public List<Event> arrived(UUID subject) {
        return arrived.stream().filter(event -> event.subject().equals(subject)).toList();
    }

    @Override
    public Published publish(Event event) {
        if (failing) {
            throw new EventPublisherUnavailable("told to fail");
        }
        if (refusing) {
            return new Published.Refused("told to refuse");
        }
        arrived.add(event);
        return new Published.Taken();
    }
}
