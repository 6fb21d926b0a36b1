package dev.gatehouse.ratelimit;

/** Tells whoever watches over the house that somebody was blocked for asking too much. */
public interface LimitAlerts {

    /**
     * Raises an alert, and returns at once: it may be told later, and is lost when that fails or too many come at once.
     * Never fails.
     *
     * @param policy the name of the limit that gave the strike
     */
    void raise(String policy, Standing standing);
}
