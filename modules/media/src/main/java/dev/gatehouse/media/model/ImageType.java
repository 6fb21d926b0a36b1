package dev.gatehouse.media.model;

import dev.gatehouse.identity.model.InvalidValue;
import java.util.Locale;

/** The kinds of image that may become an avatar. */
public enum ImageType {
    JPEG,
    PNG;

    /** Reads a media type without parameters (RFC 9110, section 8.3.1), in any case. */
    public static ImageType of(String mediaType) {
        return switch (mediaType.toLowerCase(Locale.ROOT)) {
            case "image/jpeg" -> JPEG;
            case "image/png" -> PNG;
            default -> throw new InvalidValue("unsupported-image-type", "An avatar is an image/jpeg or an image/png.");
        };
    }

    public String mediaType() {
        return switch (this) {
            case JPEG -> "image/jpeg";
            case PNG -> "image/png";
        };
    }
}
