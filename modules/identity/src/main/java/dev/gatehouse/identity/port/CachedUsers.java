package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.UserId;

/**
 * What is kept of users so that they need not be read each time.
 *
 * <p>What changes it is idempotent, has no effect where nothing is kept, costs one round trip, and throws
 * {@link CachedUsersUnavailable} when what is kept could not be reached, and may still be seen.
 */
public interface CachedUsers {

    /** Whether a look at the user would cost no round trip now; a hint, for it may have changed by then. Asks nobody. */
    boolean isNear(UserId user);

    /** How many users are kept where a look at them costs no round trip; about. Asks nobody. */
    long countNear();

    /** Makes sure that nobody sees a version of the user older than this, nor puts one back. */
    void outdate(UserId user, long version);

    /** Makes sure that nobody sees a page of users as it was before. */
    void outdateList();

    /** Forgets what is kept of a user, whatever its version: the next look is at the store. */
    void forget(UserId user);
}
