package dev.gatehouse.audit;

/** Where security facts go. */
public interface AuditLog {

    /**
     * Keeps a fact, with the time and where it came from.
     *
     * <p>Inside a unit of work it is there exactly when what the unit changes is; cost: one round trip. Outside of one it
     * is there soon, and costs the caller none: what is refused is refused at once, whether the store answers or not.
     *
     * @throws dev.gatehouse.events.UnitOfWorkUnavailable inside a unit of work, when the store cannot be reached
     */
    void record(Fact fact);
}
