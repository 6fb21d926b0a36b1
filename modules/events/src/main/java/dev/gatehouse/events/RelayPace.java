package dev.gatehouse.events;

import java.time.Duration;

/**
 * The times of a relay.
 *
 * @param poll how long it waits for a signal before it looks all the same
 * @param limit how long a handler may take, before it is interrupted and has failed
 * @param lease how long a delivery is its own; longer than the limit, so that what became of it can still be written
 * @param pause before it tries again to write what became of a delivery
 * @param stop how long it waits at its end for those under way
 */
public record RelayPace(Duration poll, Duration limit, Duration lease, Duration pause, Duration stop) {

    /** Handlers may take five seconds, and what a killed instance had is taken up after ten. */
    public static final RelayPace STANDARD = new RelayPace(
            Duration.ofSeconds(1),
            Duration.ofSeconds(6),
            Duration.ofSeconds(8),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5));
}
