package dev.gatehouse.identity.port;

/** Rows of one kind that are of no use to anybody once their time is over. */
public interface ExpiredRows {

    /**
     * What became of some rows.
     *
     * @param gone how many were removed
     * @param more whether there may be others that are over
     */
    record Batch(int gone, boolean more) {}

    /** What they are, in the plural, for the log. */
    String name();

    /**
     * Removes some rows whose time is over, by the store's own clock. Of many who do so at once each takes others, and
     * nobody waits. Cost: one round trip.
     *
     * @param limit rows to look at, at most
     * @throws StoreUnavailable when the store does not answer
     */
    Batch forget(int limit);
}
