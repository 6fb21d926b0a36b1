package dev.gatehouse.media.model;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The chunks of a PNG (ISO/IEC 15948, section 5), from the signature to IEND. What follows is nobody's business. */
final class PngStructure {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454e44;

    /** Length, type and checksum. */
    private static final int AROUND = 12;

    private PngStructure() {}

    static Optional<ImageHeader> read(byte[] bytes) {
        if (!Arrays.equals(bytes, 0, Math.min(bytes.length, SIGNATURE.length), SIGNATURE, 0, SIGNATURE.length)) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(bytes);
        int at = SIGNATURE.length;
        if (buffer.remaining() < at + AROUND + 13 || buffer.getInt(at) != 13 || buffer.getInt(at + 4) != IHDR) {
            return Optional.empty();
        }
        int width = buffer.getInt(at + 8);
        int height = buffer.getInt(at + 12);
        return width > 0 && height > 0 && isWhole(buffer, at)
                ? Optional.of(new ImageHeader(ImageType.PNG, width, height, 1, 1))
                : Optional.empty();
    }

    /** Whether chunk follows chunk, with some data among them, until the one that says it is the last. */
    private static boolean isWhole(ByteBuffer buffer, int first) {
        boolean data = false;
        long at = first;
        while (at + AROUND <= buffer.limit()) {
            int length = buffer.getInt((int) at);
            int type = buffer.getInt((int) at + 4);
            if (length < 0 || at + AROUND + length > buffer.limit()) {
                return false;
            }
            if (type == IEND) {
                return data;
            }
            data |= type == IDAT;
            at += AROUND + (long) length;
        }
        return false;
    }
}
