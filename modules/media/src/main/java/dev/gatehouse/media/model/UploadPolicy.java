package dev.gatehouse.media.model;

import dev.gatehouse.identity.model.InvalidValue;
import java.time.Duration;

/**
 * What a user may upload.
 *
 * @param largest in bytes
 * @param open uploads of a user that wait for their end at once, at most
 * @param daily uploads that a user begins within {@link #DAY}, at most
 */
public record UploadPolicy(long largest, int open, int daily) {

    public static final Duration DAY = Duration.ofDays(1);

    /** How long the address of an upload takes its bytes. */
    public static final Duration URL_LIFE = Duration.ofMinutes(10);

    /** How long an upload may be promoted: those who sent the last byte in time have some left. */
    public static final Duration LIFE = URL_LIFE.plusMinutes(5);

    /** What any image may have, whatever an operator says: the server takes no larger body. */
    public static final long LIMIT = 10L * 1024 * 1024;

    public UploadPolicy {
        if (largest < 1 || largest > LIMIT || open < 1 || daily < 1) {
            throw new IllegalArgumentException("an avatar has 1 to " + LIMIT + " bytes, not " + largest);
        }
    }

    /** Reads the length of an upload in bytes. */
    public long length(long bytes) {
        if (bytes < 1 || bytes > largest) {
            throw new InvalidValue("invalid-content-length", "An avatar has 1 to " + largest + " bytes.");
        }
        return bytes;
    }
}
