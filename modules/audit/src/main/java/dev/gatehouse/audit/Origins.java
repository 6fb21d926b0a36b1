package dev.gatehouse.audit;

/** Knows where what happens now comes from. */
public interface Origins {

    /** The origin of the request that is being served on this thread; {@link Origin#NONE} outside of one. Asks nobody. */
    Origin current();
}
