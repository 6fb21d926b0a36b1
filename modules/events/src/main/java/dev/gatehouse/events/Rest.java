package dev.gatehouse.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a handler rests because what it needs is down, and until when. */
final class Rest {

    private final Backoff pauses;
    private @Nullable Instant until;
    private int pausesSoFar;

    Rest(Backoff pauses) {
        this.pauses = pauses;
    }

    /**
     * It is down, now. Those who were under way together say so one after the other and count once.
     *
     * @return whether this is new
     */
    synchronized boolean begin(Instant now) {
        boolean isNew = until == null;
        if (until == null || !now.isBefore(until)) {
            pausesSoFar++;
            until = now.plus(pauses.after(pausesSoFar));
        }
        return isNew;
    }

    /**
     * It works.
     *
     * @return whether this is new
     */
    synchronized boolean end() {
        boolean isNew = until != null;
        until = null;
        pausesSoFar = 0;
        return isNew;
    }

    /** How many may be tried of those that are free: none during a pause, and after it one alone, to see. */
    synchronized int allowed(Instant now, int free, int all) {
        if (until == null) {
            return free;
        }
        return now.isBefore(until) || free < all ? 0 : 1;
    }
}
