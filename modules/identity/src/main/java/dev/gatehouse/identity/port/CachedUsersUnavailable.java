package dev.gatehouse.identity.port;

/** What is kept of users did not answer; an old picture may still be seen. */
public final class CachedUsersUnavailable extends RuntimeException {

    public CachedUsersUnavailable(Throwable cause) {
        super("the cached users are unavailable", cause);
    }
}
