package dev.gatehouse.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What no handler will be given any more unless somebody says so. Nothing here goes away by itself.
 *
 * <p>Every method is one round trip, and throws {@link UnitOfWorkUnavailable} when the store cannot be reached.
 */
public interface DeadLetters {

    /**
     * The letters that died first.
     *
     * @param after the letter to go on after, whether or not it is still there; null to begin
     * @param limit letters at most
     */
    List<DeadLetter> list(@Nullable UUID after, int limit);

    /**
     * Puts a letter at the end of its handler's queue, as if it had never failed. It waits for no other handler and
     * lets none wait: those have seen the event.
     *
     * @return false when there is no such letter
     */
    boolean redrive(UUID id);

    /** The letters about a subject, those that died first; 1,000 at most. */
    List<DeadLetter> listOf(UUID subject);

    /** Removes the letters about a subject, for good, and returns how many there were. */
    int forget(UUID subject);
}
