package dev.gatehouse.identity.port;

import org.jspecify.annotations.Nullable;

/** A list of known passwords did not answer: nothing is known of the password. */
public final class KnownPasswordsUnavailable extends RuntimeException {

    /**
     * @param reason for the log: no secret
     */
    public KnownPasswordsUnavailable(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
