package dev.gatehouse.identity.model;

import java.time.Instant;

/**
 * What a request needs to know of the session behind its token, and nothing else.
 *
 * @param epoch of the session and of its user, which agree while it lives
 * @param role of the user now, whatever the token says
 * @param until when the session ends by itself, unless it is refreshed before
 */
public record LiveSession(SessionId id, UserId user, long epoch, Role role, Instant until) {

    /** The session of a user in another role. */
    public LiveSession withRole(Role newRole) {
        return new LiveSession(id, user, epoch, newRole, until);
    }
}
