package dev.gatehouse.audit;

import dev.gatehouse.events.UnitOfWorkUnavailable;

/**
 * Writes what waits, the oldest first, and says how much there was no room for. So many at once and no more: called by a
 * timer, it is what a flood of refusals costs the store at most.
 */
public final class WriteBacklog {

    public record Command() {}

    public sealed interface Result {
        record Written(int entries) implements Result {}

        /** What waits goes on waiting. */
        record StoreDown(int waiting) implements Result {}
    }

    /** How many entries one call writes at most. */
    static final int MOST = 5 * AuditStore.MOST;

    private final Backlog backlog;
    private final AuditStore store;
    private final Stamp stamp;

    public WriteBacklog(Backlog backlog, AuditStore store, Stamp stamp) {
        this.backlog = backlog;
        this.store = store;
        this.stamp = stamp;
    }

    /** A round trip for each {@value AuditStore#MOST} entries; none for none. */
    public Result handle(Command command) {
        try {
            int written = 0;
            int batch;
            do {
                batch = backlog.write(AuditStore.MOST, store::append);
                written += batch;
            } while (batch == AuditStore.MOST && written < MOST);
            tellOfTheOmitted();
            return new Result.Written(written);
        } catch (UnitOfWorkUnavailable down) {
            return new Result.StoreDown(backlog.size());
        }
    }

    /** Once there is room again. */
    private void tellOfTheOmitted() {
        long omitted = backlog.takeOmitted();
        if (omitted > 0) {
            backlog.add(stamp.on(Fact.done(Action.AUDIT_OMIT).with("facts", omitted), Origin.NONE));
        }
    }
}
