package dev.gatehouse.media.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Images with everything but a picture: right in structure, and decoded by nobody. */
public final class Drawings {

    private Drawings() {}

    /** A JPEG that comes in one scan. */
    public static byte[] jpeg(int width, int height) {
        return jpeg(0xC0, width, height, 1, new byte[0]);
    }

    /** A JPEG with segments of one's own before its frame. */
    public static byte[] jpeg(int frame, int width, int height, int scans, byte[] segments) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(bytes(0xFF, 0xD8));
        out.writeBytes(segments);
        out.writeBytes(segment(
                frame, bytes(8, height >> 8, height, width >> 8, width, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0)));
        for (int i = 0; i < scans; i++) {
            out.writeBytes(segment(0xDA, bytes(1, 1, 0, 0, 63, 0)));
            out.writeBytes(bytes(1, 0xFF, 0, 0xFF, 0xD0, 2));
        }
        out.writeBytes(bytes(0xFF, 0xD9));
        return out.toByteArray();
    }

    /** A segment of a JPEG. */
    public static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    /** An APP1 segment that says which side is up, among other tags. */
    public static byte[] exif(int orientation, boolean littleEndian) {
        byte[] big = bytes(
                'M',
                'M',
                0,
                42,
                0,
                0,
                0,
                8,
                0,
                2,
                1,
                0x0F,
                0,
                2,
                0,
                0,
                0,
                1,
                'x',
                0,
                0,
                0,
                1,
                0x12,
                0,
                3,
                0,
                0,
                0,
                1,
                0,
                orientation,
                0,
                0,
                0,
                0,
                0,
                0);
        byte[] little = bytes(
                'I',
                'I',
                42,
                0,
                8,
                0,
                0,
                0,
                2,
                0,
                0x0F,
                1,
                2,
                0,
                1,
                0,
                0,
                0,
                'x',
                0,
                0,
                0,
                0x12,
                1,
                3,
                0,
                1,
                0,
                0,
                0,
                orientation,
                0,
                0,
                0,
                0,
                0,
                0,
                0);
        return segment(0xE1, join("Exif\0\0".getBytes(StandardCharsets.US_ASCII), littleEndian ? little : big));
    }

    public static byte[] png(int width, int height) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(bytes(8, 2, 0, 0, 0))
                .array();
        return join(
                bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'),
                chunk("IHDR", header),
                chunk("IDAT", new byte[20]),
                chunk("IEND", new byte[0]));
    }

    /** A chunk of a PNG, its checksum wrong. */
    public static byte[] chunk(String type, byte[] content) {
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .putInt(0)
                .array();
    }

    public static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
