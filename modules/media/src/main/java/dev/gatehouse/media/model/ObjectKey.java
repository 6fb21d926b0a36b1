package dev.gatehouse.media.model;

import dev.gatehouse.identity.model.AvatarId;
import dev.gatehouse.identity.model.UserId;
import java.util.List;
import java.util.stream.Stream;

/** The name of an object in the bucket. What is under {@code avatars/} is for everybody, all else for nobody. */
public record ObjectKey(String value) {

    /** What the names of a user's objects begin with, each of them with one of these. */
    public static List<String> prefixes(UserId user) {
        return List.of("avatars/" + user + "/", "incoming/" + user + "/");
    }

    /** Where the owner puts the bytes of an upload. */
    public static ObjectKey incoming(UserId user, UploadId upload) {
        return new ObjectKey("incoming/" + user + "/" + upload);
    }

    /** Where everybody finds an avatar in one size. */
    public static ObjectKey avatar(UserId user, AvatarId avatar, AvatarSize size) {
        return new ObjectKey("avatars/" + user + "/" + avatar + "/" + size.pixels() + ".jpg");
    }

    /** Where an avatar is in all its sizes. */
    public static List<ObjectKey> avatar(UserId user, AvatarId avatar) {
        return Stream.of(AvatarSize.values())
                .map(size -> avatar(user, avatar, size))
                .toList();
    }

    @Override
    public String toString() {
        return value;
    }
}
