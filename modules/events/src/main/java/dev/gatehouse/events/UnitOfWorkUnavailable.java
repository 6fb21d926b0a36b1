package dev.gatehouse.events;

/** The store behind the unit of work cannot be reached, or did not say whether it committed. */
public final class UnitOfWorkUnavailable extends RuntimeException {

    public UnitOfWorkUnavailable(Throwable cause) {
        super("the store of the unit of work is unavailable", cause);
    }
}
