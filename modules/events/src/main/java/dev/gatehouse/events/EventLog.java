package dev.gatehouse.events;

/** The outbox: what was appended here is told to every consumer at least once, in the order of its subject. */
public interface EventLog {

    /**
     * Appends an event inside the caller's unit of work: it is there exactly when the change beside it is.
     *
     * <p>Cost: one round trip. Appending an id that is there already is an error of the caller and fails the unit of
     * work.
     *
     * @throws UnitOfWorkUnavailable when the store cannot be reached
     */
    void append(Event event);
}
