package dev.gatehouse.identity.model;

import java.util.UUID;

/** The id of an avatar: new with every picture, so that whatever shows one may keep it for ever. Not a secret. */
public record AvatarId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
