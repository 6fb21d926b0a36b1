package dev.gatehouse.media.model;

import dev.gatehouse.identity.model.AvatarId;
import dev.gatehouse.identity.model.InvalidValue;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id of an upload, a UUIDv7 (RFC 9562, section 5.7): also that of the avatar it may become. Not a secret. */
public record UploadId(UUID value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Reads an id as {@link #toString} writes it. */
    public static UploadId of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new InvalidValue(
                    "invalid-upload-id", "An upload's id is the one that its beginning was answered with.");
        }
        return new UploadId(UUID.fromString(text));
    }

    public AvatarId avatar() {
        return new AvatarId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
