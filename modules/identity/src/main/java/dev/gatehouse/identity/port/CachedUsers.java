package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.UserId;

/** What is kept of users so that they need not be read each time. */
public interface CachedUsers {

    /**
     * Forgets whatever is kept of a user as it is now or was before: the next look is at the store. No effect where
     * nothing is kept, or where there is no such user. Idempotent. Cost: two round trips, one to each side.
     *
     * @throws CachedUsersUnavailable when what is kept could not be reached, and may still be seen
     * @throws StoreUnavailable when the store did not answer; nothing is forgotten then
     */
    void forget(UserId user);
}
