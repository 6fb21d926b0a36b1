package dev.gatehouse.identity.model;

import java.util.UUID;

/** The id of a session: the {@code sid} of its tokens. Not a secret. */
public record SessionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
