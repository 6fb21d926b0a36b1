package dev.gatehouse.identity.model;

/**
 * The place of a user among those that a search finds: what comes after it is there, whatever became of that user.
 *
 * @param key the canonical address or folded name that the search goes by; empty where it goes by id
 */
public record UserPlace(String key, UserId id) {

    /** Personal data may be in it. */
    @Override
    public String toString() {
        return "UserPlace[" + id + "]";
    }
}
