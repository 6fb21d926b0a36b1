package dev.gatehouse.identity.model;

/**
 * What proves that somebody is a user: the hash of the password.
 *
 * @param secondFactor whether that is not enough; read with it, and saved elsewhere
 */
public record Credential(UserId user, PasswordHash passwordHash, boolean secondFactor) {

    /** The credential of a user without a second factor. */
    public Credential(UserId user, PasswordHash passwordHash) {
        this(user, passwordHash, false);
    }

    @Override
    public String toString() {
        return "Credential[user=" + user + "]";
    }
}
