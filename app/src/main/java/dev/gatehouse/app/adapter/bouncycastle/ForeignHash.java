package dev.gatehouse.app.adapter.bouncycastle;

import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.Password;

/** A hash that another system made, read and within bounds. */
sealed interface ForeignHash permits BcryptHash, ScryptHash, Pbkdf2Hash, Argon2Hash {

    /** Of memory that one check takes, as of our own hashes. */
    int MOST_KIB = 64 * 1024;

    /** The one spelling in which it is kept. */
    String spelled();

    /** Whether our own hasher checks it. */
    default boolean isOurs() {
        return false;
    }

    /** Whether a password has it; compares in constant time. */
    boolean matches(Password password);

    /** Refuses one whose check costs too much. */
    static void demand(boolean isBounded, String detail) {
        if (!isBounded) {
            throw new InvalidValue("hash-too-costly", detail);
        }
    }
}
