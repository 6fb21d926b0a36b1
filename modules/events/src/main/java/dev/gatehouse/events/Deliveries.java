package dev.gatehouse.events;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * The queues of all handlers, filled from the outbox. They belong to no instance: whoever claims a delivery has it until
 * they say what became of it, or for as long as the lease, by the clock of the store.
 *
 * <p>Every method but the first is one round trip, takes part in the caller's unit of work if there is one, and throws
 * {@link UnitOfWorkUnavailable} when the store cannot be reached.
 */
public interface Deliveries {

    /**
     * Moves the oldest events of the outbox, in their order, to the end of the queue of every handler that they are
     * for. An event that is for nobody just goes.
     *
     * <p>Call it in a unit of work: either all of it happens or nothing. One caller at a time does it, whoever comes
     * meanwhile gets 0. Two round trips, one when there is nothing.
     *
     * @param limit events at most
     * @return how many left the outbox
     * @throws UnitOfWorkUnavailable when the store cannot be reached
     */
    int distribute(List<EventHandler> handlers, int limit);

    /**
     * Takes from the queue of a handler what is due, the oldest first. A delivery is not due while an earlier one of its
     * handler and subject is in the queue, nor, at a handler of the stage THEN, while one of its event is in the queue
     * of a handler of the stage FIRST.
     *
     * @param limit deliveries at most
     * @param lease for how long nobody else gets them
     * @return each of another subject, in their order; empty when nothing is due
     */
    List<Delivery> claim(String handler, int limit, Duration lease);

    /**
     * Takes what is in the queue of none of these handlers and has been due for at least as long as the age.
     *
     * @param handlers the names of all that there are
     */
    List<Delivery> claimOrphans(Collection<String> handlers, Duration age, int limit, Duration lease);

    /** It is done and leaves its queue. False, as with all that follow, when the claim is not the last one any more. */
    boolean complete(Delivery delivery);

    /** It is due again as if it had not been claimed. */
    boolean release(Delivery delivery);

    /** It is due after the delay, and has failed as often as the delivery says. */
    boolean retry(Delivery delivery, Duration delay);

    /**
     * It leaves its queue and becomes a dead letter, which has failed as often as the delivery says.
     *
     * @param reason no secret, no personal data; of more than 200 characters the rest is cut off
     */
    boolean bury(Delivery delivery, String reason);
}
