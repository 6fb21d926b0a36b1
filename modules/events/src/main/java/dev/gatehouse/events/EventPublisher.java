package dev.gatehouse.events;

/** Tells other systems of events, one call an event. */
public interface EventPublisher {

    /**
     * Publishes an event, and returns when the other side has taken it as its own or has refused it; within five seconds
     * in any case.
     *
     * <p>What arrives is the whole event, with its id. The same event may be published again, and then arrives again.
     * Events that are published one after the other arrive in that order. Cost: one round trip, and the connection when
     * there is none.
     *
     * @throws EventPublisherUnavailable when the other side cannot be reached, did not say in time that it has the
     *     event, or takes none at the moment; the event may have arrived all the same
     */
    Published publish(Event event);
}
