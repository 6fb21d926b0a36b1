package dev.gatehouse.events;

import java.util.function.Supplier;

/** Changes, and the events that tell of them, that become visible together or not at all. */
public interface UnitOfWork {

    /**
     * Runs the work and commits what it changed; any exception rolls all of it back and reaches the caller as thrown.
     *
     * <p>A unit inside a unit joins it. Cost: one round trip for the commit, beside those of the work.
     *
     * @throws UnitOfWorkUnavailable when the store cannot be reached, or the outcome of the commit is not known
     */
    <T> T run(Supplier<T> work);

    /**
     * Runs an action once the current unit has committed, on the same thread and in the order given; never after a
     * rollback. Outside a unit it runs at once.
     *
     * <p>The change is durable by then, so the action must not throw: what it throws is logged and goes no further.
     */
    void afterCommit(Runnable action);

    /** Whether the caller is inside a unit, and so sees changes that nobody else sees yet. */
    boolean isOpen();
}
