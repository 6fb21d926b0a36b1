package dev.gatehouse.events;

import dev.gatehouse.events.EventHandler.Stage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What the contracts of queues and of dead letters have in common. Each test begins with nothing. */
interface QueuesContract {

    Duration LEASE = Duration.ofSeconds(8);
    String FIRST = "first";
    String THEN = "then";

    /** Takes what was made, and what was changed; sees the latter only when the other handler is done. */
    EventHandler FIRST_HANDLER = new RecordingHandler(FIRST, Stage.FIRST, Events.CHANGED);

    EventHandler THEN_HANDLER = new RecordingHandler(THEN, Stage.THEN, Events.MADE, Events.CHANGED);

    UnitOfWork work();

    EventLog log();

    Deliveries deliveries();

    DeadLetters deadLetters();

    /** Lets time pass for what is in the queues. */
    void pass(Duration time);

    default Event appended(String type, UUID subject) {
        Event event = Events.of(type, subject);
        work().run(() -> {
            log().append(event);
            return true;
        });
        return event;
    }

    /** Appends events and moves them to the queues. */
    default List<Event> queued(String type, UUID... subjects) {
        List<Event> events = List.of(subjects).stream()
                .map(subject -> appended(type, subject))
                .toList();
        distributed(List.of(FIRST_HANDLER, THEN_HANDLER), 100);
        return events;
    }

    default int distributed(List<EventHandler> handlers, int limit) {
        return work().run(() -> deliveries().distribute(handlers, limit));
    }

    default List<Delivery> claimed(String handler) {
        return deliveries().claim(handler, 100, LEASE);
    }

    default Delivery claimedOne(String handler) {
        List<Delivery> claimed = claimed(handler);
        if (claimed.size() != 1) {
            throw new AssertionError("not one delivery: " + claimed);
        }
        return claimed.getFirst();
    }
}
