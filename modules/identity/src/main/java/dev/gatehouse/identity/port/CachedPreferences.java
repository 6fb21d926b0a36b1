package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.UserId;

/** What is kept of users' preferences so that they need not be read each time. */
public interface CachedPreferences {

    /**
     * Makes sure that nobody sees a version of a user's preferences older than this, nor puts one back. Idempotent; no
     * effect where nothing is kept. Cost: one round trip.
     *
     * @throws CachedUsersUnavailable when what is kept could not be reached, and may still be seen
     */
    void outdate(UserId user, long version);
}
