package dev.gatehouse.media.model;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The segments of a JPEG (ITU T.81, annex B), from SOI to EOI. What follows is nobody's business. */
final class JpegStructure {

    private static final int SOF0 = 0xC0;
    private static final int SOF2 = 0xC2;
    private static final int DHT = 0xC4;
    private static final int RST0 = 0xD0;
    private static final int RST7 = 0xD7;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP1 = 0xE1;

    private final ByteBuffer bytes;
    private int width;
    private int height;
    private int orientation = 1;
    private int scans;

    private JpegStructure(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    static Optional<ImageHeader> read(byte[] bytes) {
        var jpeg = new JpegStructure(bytes);
        return jpeg.isWhole()
                ? Optional.of(new ImageHeader(ImageType.JPEG, jpeg.width, jpeg.height, jpeg.orientation, jpeg.scans))
                : Optional.empty();
    }

    private boolean isWhole() {
        if (marker() != SOI) {
            return false;
        }
        while (true) {
            int marker = marker();
            if (marker == EOI) {
                return width > 0 && height > 0 && scans > 0;
            }
            if (marker < SOF0 || marker == SOI || !segment(marker)) {
                return false;
            }
        }
    }

    /** The next marker, fill bytes left out; -1 where none is, or the bytes end. */
    private int marker() {
        if (bytes.remaining() < 2 || next() != 0xFF) {
            return -1;
        }
        int marker = 0xFF;
        while (marker == 0xFF && bytes.hasRemaining()) {
            marker = next();
        }
        return marker;
    }

    /** Goes past one segment; false where it is cut, or of a kind that nobody decodes. */
    private boolean segment(int marker) {
        if (bytes.remaining() < 2) {
            return false;
        }
        int length = bytes.getShort() & 0xFFFF;
        if (length < 2 || length - 2 > bytes.remaining()) {
            return false;
        }
        int end = bytes.position() + length - 2;
        ByteBuffer content = bytes.slice(bytes.position(), length - 2);
        bytes.position(end);
        return switch (marker) {
            case SOS -> scan();
            case APP1 -> {
                orientation = ExifOrientation.read(content).orElse(orientation);
                yield true;
            }
            default -> !isFrame(marker) || frame(marker, content);
        };
    }

    /** SOF0 to SOF15, among which DHT, JPG and DAC stand. */
    private static boolean isFrame(int marker) {
        return marker >= SOF0 && marker <= 0xCF && marker != DHT && marker != 0xC8 && marker != 0xCC;
    }

    /** One frame, of 8 bits, grey or in three colours, neither lossless nor arithmetically coded. */
    private boolean frame(int marker, ByteBuffer content) {
        if (width > 0 || marker > SOF2 || content.remaining() < 6 || content.get() != 8) {
            return false;
        }
        height = content.getShort() & 0xFFFF;
        width = content.getShort() & 0xFFFF;
        int components = content.get();
        return components == 1 || components == 3;
    }

    /** Goes past the coded data to the marker behind it. */
    private boolean scan() {
        scans++;
        while (bytes.remaining() >= 2) {
            if (next() == 0xFF) {
                int marker = bytes.get(bytes.position()) & 0xFF;
                if (marker != 0 && marker != 0xFF && (marker < RST0 || marker > RST7)) {
                    bytes.position(bytes.position() - 1);
                    return true;
                }
            }
        }
        return false;
    }

    private int next() {
        return bytes.get() & 0xFF;
    }
}
