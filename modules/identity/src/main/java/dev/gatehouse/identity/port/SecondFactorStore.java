package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.SecondFactor;
import dev.gatehouse.identity.model.UserId;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The second factors of users, at most one each, and the lists of codes for when it is not at hand. Never cached; secrets
 * are sealed where they are kept, and codes are kept as digests.
 *
 * <p>Every method may throw {@link StoreUnavailable}. Writes take part in the caller's unit of work when there is one.
 * Cost: one round trip a call.
 */
public interface SecondFactorStore {

    /** Finds a user's, be it on or not yet; empty when there is none. */
    Optional<SecondFactor> find(UserId user);

    /** Adds a user's, or replaces the one there is. The user must exist. */
    void save(SecondFactor factor);

    /**
     * Takes the code of a step, if none of that step or a later one was taken: of any number of parallel calls with one
     * step one has true. Seals the secret anew, so that what is used is under the current key.
     *
     * @param factor as it was found; false when it is another by now, or not on
     */
    boolean takeStep(SecondFactor factor, long step);

    /** Gives a user another list, in the place of the one there is, in the unit of work that holds their lock. */
    void replaceCodes(UserId user, Collection<String> digests);

    /**
     * Takes a code off a user's list: of any number of parallel calls with one code one has a number.
     *
     * @return how many are left, exactly in a unit of work that holds the user's lock; empty when it is not on the list
     */
    OptionalInt takeCode(UserId user, String digest);

    /** How many codes are on a user's list; 0 for nobody's. */
    int countCodes(UserId user);

    /** Removes a user's, with the list, whether its secret can be opened or not; false unless it was on. Idempotent. */
    boolean remove(UserId user);
}
