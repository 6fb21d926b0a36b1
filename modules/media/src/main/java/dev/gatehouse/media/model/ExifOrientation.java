package dev.gatehouse.media.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;

/** Reads from the APP1 segment of a JPEG which side of the picture is up (Exif 2.32, section 4.6.4, tag 0x0112). */
final class ExifOrientation {

    private static final byte[] NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private ExifOrientation() {}

    /** 1 to 8; empty where the segment is of another kind, says nothing, or makes no sense. */
    static OptionalInt read(ByteBuffer segment) {
        var name = new byte[NAME.length];
        if (segment.remaining() < NAME.length + 8) {
            return OptionalInt.empty();
        }
        segment.get(0, name);
        return Arrays.equals(name, NAME)
                ? tiff(segment.slice(NAME.length, segment.remaining() - NAME.length))
                : OptionalInt.empty();
    }

    private static OptionalInt tiff(ByteBuffer tiff) {
        short order = tiff.getShort(0);
        tiff.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if ((order != 0x4949 && order != 0x4D4D) || directory < 8 || directory > tiff.limit() - 2) {
            return OptionalInt.empty();
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int at = directory + 2; entries > 0 && at + ENTRY <= tiff.limit(); at += ENTRY, entries--) {
            if ((tiff.getShort(at) & 0xFFFF) == TAG && tiff.getShort(at + 2) == SHORT) {
                int value = tiff.getShort(at + 8);
                return value >= 1 && value <= 8 ? OptionalInt.of(value) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }
}
