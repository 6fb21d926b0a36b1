package dev.gatehouse.identity.port;

/** The store of challenges did not answer; what was asked may or may not have been counted, and nobody is let in. */
public final class ChallengeStoreUnavailable extends RuntimeException {

    public ChallengeStoreUnavailable(Throwable cause) {
        super("the store of challenges is unavailable", cause);
    }
}
