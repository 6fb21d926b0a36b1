package dev.gatehouse.identity.model;

import org.jspecify.annotations.Nullable;

/**
 * Which users somebody looks for, and so the order they come in: by address, else by name, else by id.
 *
 * @param email null for any address
 * @param name null for any name
 */
public record UserSearch(
        @Nullable EmailPrefix email, @Nullable NamePrefix name) {

    /** All users, in the order of their ids. */
    public static final UserSearch ALL = new UserSearch(null, null);
}
