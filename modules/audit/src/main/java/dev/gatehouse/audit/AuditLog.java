package dev.gatehouse.audit;

/** Where security facts go. */
public interface AuditLog {

    /**
     * Keeps a fact, with the time and where it came from.
     *
     * <p>What was done inside a unit of work is there exactly when what the unit changes is; cost: one round trip. All else
     * is there soon, and costs the caller none: what is refused is refused at once, whether the store answers or not, and
     * stays so where the unit is undone because of it.
     *
     * @throws dev.gatehouse.events.UnitOfWorkUnavailable for what was done inside a unit of work, when the store cannot be
     *     reached
     */
    void record(Fact fact);
}
