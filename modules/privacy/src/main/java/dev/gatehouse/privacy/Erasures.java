package dev.gatehouse.privacy;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * All wishes to be erased, and the receipts that are left of them.
 *
 * <p>Every method takes part in the caller's unit of work when there is one, and throws
 * {@link dev.gatehouse.events.UnitOfWorkUnavailable} when the store does not answer. Cost: one round trip a call, unless
 * it says otherwise.
 */
public interface Erasures {

    /** Keeps a wish, unless its person has one already: false then. Of any number of parallel calls one has true. */
    boolean request(Erasure wish);

    /** Finds the wish of a person; empty when there is none, or they are erased. */
    Optional<Erasure> findOf(UUID person);

    /** Finds a wish, or what is left of it; empty when there never was one, it was taken back, or it is long ago. */
    Optional<Erasure> find(UUID id);

    /** Takes a person's wish back; false when there is none, or somebody is at it, or it has begun. */
    boolean undo(UUID person, Instant now);

    /**
     * Takes the wish that has been due for longest, and keeps others off it until a time; empty when none is due, or others
     * are at all that are.
     */
    Optional<Erasure> claim(Instant now, Instant until);

    /** Notes that a place is purged; of a place that was noted before the first note stays. */
    void note(UUID id, Erasure.Purged place);

    /** Notes that all places are purged, and forgets who it was. Idempotent. */
    void finish(UUID id, Instant now);
}
