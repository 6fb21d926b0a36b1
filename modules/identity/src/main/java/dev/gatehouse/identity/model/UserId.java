package dev.gatehouse.identity.model;

import java.util.UUID;

/** The id of a user, a UUIDv7 (RFC 9562, section 5.7) for every user made here. */
public record UserId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
