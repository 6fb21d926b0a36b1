package dev.gatehouse.identity.port;

/** The projection did not answer: nothing is known, and the store must be asked. */
public final class SessionProjectionUnavailable extends RuntimeException {

    public SessionProjectionUnavailable(Throwable cause) {
        super("the session projection is unavailable", cause);
    }
}
