package dev.gatehouse.identity.model;

/**
 * A password's hash with its algorithm, parameters and salt, as a PHC string ({@code $argon2id$v=19$m=…}); of a user who
 * was taken over and has not logged in since, as the other system made it.
 */
public record PasswordHash(String phc) {

    @Override
    public String toString() {
        return "PasswordHash[…]";
    }
}
