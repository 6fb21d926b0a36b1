package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordHash;

/**
 * Makes and checks password hashes, on purpose slowly.
 *
 * <p>One call is one hash: tens of milliseconds of one core and its parameters' memory. Every method may throw
 * {@link PasswordHasherBusy}.
 */
public interface PasswordHasher {

    /** Hashes a password with a fresh salt and today's parameters. */
    PasswordHash hash(Password password);

    /**
     * Whether a password has a hash; false, never an exception, for a hash that cannot be read or whose parameters are
     * out of bounds. Compares in constant time.
     */
    boolean verify(Password password, PasswordHash hash);

    /**
     * Whether a hash is as {@link #hash} would make it today; false for one that cannot be read. What is not is to be made
     * again when its password is at hand. Hashes nothing.
     */
    boolean isCurrent(PasswordHash hash);

    /** A hash with today's parameters that no password has: verifying against it costs what any other does. */
    PasswordHash dummy();
}
