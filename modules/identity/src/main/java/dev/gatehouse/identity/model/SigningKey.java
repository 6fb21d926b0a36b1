package dev.gatehouse.identity.model;

import java.security.KeyPair;
import java.time.Instant;

/**
 * A P-256 key pair that signs access tokens.
 *
 * @param id the thumbprint of its public half (RFC 7638): the {@code kid} of its tokens
 * @param since when it came into its state
 */
public record SigningKey(String id, State state, Instant since, KeyPair pair) {

    /** A key is published before it signs, and stays published until its last token has died. */
    public enum State {
        NEXT,
        CURRENT,
        RETIRING
    }

    /** The same key in another state. */
    public SigningKey in(State newState, Instant now) {
        return new SigningKey(id, newState, now, pair);
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + ", " + state + "]";
    }
}
