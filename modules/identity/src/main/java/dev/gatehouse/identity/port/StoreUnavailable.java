package dev.gatehouse.identity.port;

/** The store of users, credentials, sessions or keys did not answer; what was asked may or may not have happened. */
public final class StoreUnavailable extends RuntimeException {

    public StoreUnavailable(Throwable cause) {
        super("the identity store is unavailable", cause);
    }
}
