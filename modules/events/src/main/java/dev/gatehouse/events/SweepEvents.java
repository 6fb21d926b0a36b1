package dev.gatehouse.events;

import java.time.Duration;
import java.util.List;

/**
 * Clears away what nobody will come back for: deliveries to handlers that this program has no more, which would keep
 * others waiting and become dead letters instead, and marks of what was handled long ago.
 */
public final class SweepEvents {

    public record Command() {}

    public sealed interface Result {
        /**
         * @param orphans deliveries that became dead letters
         * @param forgotten marks of the inbox
         */
        record Swept(int orphans, int forgotten) implements Result {}

        /** Nothing, or not everything: next time. */
        record StoreDown() implements Result {}
    }

    /** Longer than a new version takes to replace the one before, each with handlers of its own. */
    private static final Duration ORPHANED = Duration.ofDays(1);

    /** Longer than any queue keeps a message that may come a second time; Amazon's keep one for 14 days. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int MOST_ORPHANS = 100;
    private static final int MOST_MARKS = 5_000;

    private final List<String> handlers;
    private final Deliveries deliveries;
    private final Inbox inbox;

    /**
     * @param handlers all of this program
     */
    public SweepEvents(List<EventHandler> handlers, Deliveries deliveries, Inbox inbox) {
        this.handlers = handlers.stream().map(EventHandler::name).toList();
        this.deliveries = deliveries;
        this.inbox = inbox;
    }

    /** Does no more at once than the store can do on the side. */
    public Result handle(Command command) {
        try {
            List<Delivery> orphans = deliveries.claimOrphans(handlers, ORPHANED, MOST_ORPHANS, LEASE);
            orphans.forEach(orphan -> deliveries.bury(orphan, "there is no such handler"));
            return new Result.Swept(orphans.size(), inbox.forget(REMEMBERED, MOST_MARKS));
        } catch (UnitOfWorkUnavailable down) {
            return new Result.StoreDown();
        }
    }
}
