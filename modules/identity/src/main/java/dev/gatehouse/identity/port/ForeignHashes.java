package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.PasswordHash;

/**
 * Reads and checks password hashes that other systems have made.
 *
 * <p>Asks nobody. What a check costs, the hash says; {@link #read} bounds it.
 */
public interface ForeignHashes {

    /**
     * Reads a hash as another system writes it, into the one spelling in which it is kept; what was read before is read
     * as it is. Hashes nothing.
     *
     * @throws dev.gatehouse.identity.model.InvalidValue {@code unknown-hash} for a text of no form that is known,
     *     {@code hash-too-costly} for one whose check would cost more than is allowed
     */
    PasswordHash read(String text);

    /** Whether a hash is one that {@link #verify} is for. No hash of a {@link PasswordHasher} is. */
    boolean knows(PasswordHash hash);

    /**
     * Whether a password has a hash; false, never an exception, for one that it does not know, or whose parameters are out
     * of bounds. Compares in constant time.
     */
    boolean verify(Password password, PasswordHash hash);
}
