package dev.gatehouse.identity.model;

/** What proves that somebody is a user: for now, the hash of the password. */
public record Credential(UserId user, PasswordHash passwordHash) {

    @Override
    public String toString() {
        return "Credential[user=" + user + "]";
    }
}
