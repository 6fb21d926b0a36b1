package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.Password;

/** Passwords that are in somebody's list, and therefore no secret. */
public interface KnownPasswords {

    /**
     * Whether a password is in the list. Never hands the password to anybody. Cost: none, or one round trip.
     *
     * @throws KnownPasswordsUnavailable when the list cannot be asked
     */
    boolean contain(Password password);
}
