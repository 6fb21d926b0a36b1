package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.UserId;

/**
 * What is kept of users' preferences so that they need not be read each time.
 *
 * <p>Every method is idempotent, has no effect where nothing is kept, costs one round trip, and throws
 * {@link CachedUsersUnavailable} when what is kept could not be reached, and may still be seen.
 */
public interface CachedPreferences {

    /** Makes sure that nobody sees a version of a user's preferences older than this, nor puts one back. */
    void outdate(UserId user, long version);

    /** Forgets what is kept of a user, whatever its version. */
    void forget(UserId user);
}
