package dev.gatehouse.events;

import java.time.Duration;
import java.util.UUID;

/** Remembers what was done about which event, in the store where it was done: a change and its mark commit together. */
public interface Inbox {

    /**
     * Marks an event as handled, inside the caller's unit of work: when that fails, the mark is gone as well. Whoever
     * comes while another unit is at the same event waits for its end.
     *
     * <p>Cost: one round trip.
     *
     * @return true the first time for this handler and event; false if it was done already
     * @throws UnitOfWorkUnavailable when the store cannot be reached
     */
    boolean claim(String handler, UUID event);

    /**
     * Forgets the oldest marks, by the clock of the store. An event that comes after its mark went is handled again.
     *
     * <p>Cost: one round trip.
     *
     * @param age of the youngest mark that may go
     * @param limit marks at most
     * @return how many it forgot
     * @throws UnitOfWorkUnavailable when the store cannot be reached
     */
    int forget(Duration age, int limit);
}
