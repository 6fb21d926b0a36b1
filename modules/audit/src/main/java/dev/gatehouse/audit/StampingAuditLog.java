package dev.gatehouse.audit;

import dev.gatehouse.events.UnitOfWork;
import java.util.List;

/** Stamps facts, and puts them into the store with the change, or into the backlog where there is none to be part of. */
public final class StampingAuditLog implements AuditLog {

    private final AuditStore store;
    private final Backlog backlog;
    private final UnitOfWork work;
    private final Origins origins;
    private final Stamp stamp;

    public StampingAuditLog(AuditStore store, Backlog backlog, UnitOfWork work, Origins origins, Stamp stamp) {
        this.store = store;
        this.backlog = backlog;
        this.work = work;
        this.origins = origins;
        this.stamp = stamp;
    }

    @Override
    public void record(Fact fact) {
        AuditEntry entry = stamp.on(fact, origins.current());
        if (fact.outcome() == Outcome.DONE && work.isOpen()) {
            store.append(List.of(entry));
        } else {
            backlog.add(entry);
        }
    }
}
