package dev.gatehouse.app.adapter.redis;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form of a cached entry: a byte for the format, a byte of flags, the version in 8 bytes, big-endian, and the
 * payload. The script {@code cache-write} reads the first ten.
 */
final class Envelope {

    private static final byte FORMAT = 1;
    private static final byte VALUE = 0;
    private static final byte TOMBSTONE = 1;
    private static final int HEADER = 2 + Long.BYTES;

    private Envelope() {}

    static byte[] of(long version, byte[] payload) {
        return make(VALUE, version, payload);
    }

    static byte[] tombstone(long version) {
        return make(TOMBSTONE, version, new byte[0]);
    }

    /** The payload; empty for a tombstone, and for whatever is of another format. */
    static Optional<byte[]> open(byte @Nullable [] envelope) {
        if (envelope == null || envelope.length < HEADER || envelope[0] != FORMAT || envelope[1] != VALUE) {
            return Optional.empty();
        }
        return Optional.of(Arrays.copyOfRange(envelope, HEADER, envelope.length));
    }

    private static byte[] make(byte flags, long version, byte[] payload) {
        return ByteBuffer.allocate(HEADER + payload.length)
                .put(FORMAT)
                .put(flags)
                .putLong(version)
                .put(payload)
                .array();
    }
}
