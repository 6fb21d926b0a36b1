package dev.gatehouse.events;

import java.time.Duration;

/**
 * Tells the one thread that waits that there may be something in the outbox. A hint: it may come for nothing, and what
 * cannot be reached brings none, so whoever waits looks for themselves now and then.
 */
public interface OutboxSignal {

    /**
     * Waits for the next event that somebody appends and commits, at most so long. What came since the last wait
     * returned counts. Never throws; it takes the whole time where nothing can be heard, so that a caller who loops
     * does not spin.
     *
     * @return whether something was heard
     */
    boolean await(Duration atMost);
}
