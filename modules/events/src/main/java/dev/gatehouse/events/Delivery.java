package dev.gatehouse.events;

import java.util.UUID;

/**
 * An event on its way to one handler, in the hands of whoever claimed it.
 *
 * @param position in the queue of the handler
 * @param claim what this claim is told from an earlier or later one of the same delivery by
 * @param attempts how often it has failed
 */
public record Delivery(long position, UUID claim, String handler, int attempts, Event event) {

    /** The same once it failed again. */
    public Delivery failed() {
        return new Delivery(position, claim, handler, attempts + 1, event);
    }
}
