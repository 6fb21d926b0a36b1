package dev.gatehouse.media.model;

import java.util.Optional;

/**
 * What the bytes of an image say of it before anything is decoded.
 *
 * @param width in pixels, before it is turned upright
 * @param orientation how to turn it upright, 1 to 8 (Exif 2.32, section 4.6.4, tag 0x0112)
 * @param scans how often a decoder goes over all of it; 1 unless it is a JPEG that comes in several
 */
public record ImageHeader(ImageType type, int width, int height, int orientation, int scans) {

    private static final int LONGEST_SIDE = 10_000;
    private static final long MOST_PIXELS = 50_000_000;

    /** A JPEG in several scans is decoded as a whole, at 6 bytes a pixel, once a scan. */
    private static final long MOST_PIXELS_IN_SCANS = 25_000_000;

    private static final int MOST_SCANS = 16;

    /** Reads the structure of an image from its first byte to its last; empty where it is none, or not all of one. */
    public static Optional<ImageHeader> read(byte[] bytes) {
        return JpegStructure.read(bytes).or(() -> PngStructure.read(bytes));
    }

    /** Why this image is not worth decoding; empty if it is. */
    public Optional<Refusal> refusal(ImageType announced) {
        if (type != announced) {
            return Optional.of(Refusal.TYPE_MISMATCH);
        }
        long pixels = (long) width * height;
        boolean tooLarge = Math.max(width, height) > LONGEST_SIDE
                || pixels > (scans > 1 ? MOST_PIXELS_IN_SCANS : MOST_PIXELS)
                || scans > MOST_SCANS;
        return tooLarge ? Optional.of(Refusal.TOO_LARGE) : Optional.empty();
    }
}
