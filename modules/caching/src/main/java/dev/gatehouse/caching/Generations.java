package dev.gatehouse.caching;

/**
 * The numbers of lists: a page of a list is cached under the list's number of the time, and is never found again once
 * the list has another.
 *
 * <p>Whoever loads a page takes the number before the load. One call is one round trip, and atomic. Both methods may
 * throw {@link CacheUnavailable}.
 */
public interface Generations {

    /** The number of a list now; a list whose number was lost gets one that it never had. */
    long current(String list);

    /** Gives the list another number, greater than any it had. */
    void advance(String list);
}
