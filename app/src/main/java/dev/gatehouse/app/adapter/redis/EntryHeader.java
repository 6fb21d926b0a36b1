package dev.gatehouse.app.adapter.redis;

import dev.gatehouse.caching.CacheEntry;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the value of a cached entry, in 34 bytes, big-endian: format, flags, version (8), when its load
 * began (8), what that cost (4) and how long it lives (8), these in milliseconds, and a CRC-32C of all that and the
 * value (4). A tombstone is the first ten bytes alone. The scripts {@code cache-…} read the first eighteen.
 */
record EntryHeader(byte format, byte flags, long version, long loadedAt, int cost, long ttl) {

    static final int SIZE = 34;
    static final byte STRING = 1;
    static final byte HASH = 2;

    static final byte COMPRESSED = 1;
    static final byte NEGATIVE = 2;
    static final byte TOMBSTONE = 4;

    private static final int BEFORE_CHECKSUM = SIZE - Integer.BYTES;

    static EntryHeader of(byte format, boolean compressed, CacheEntry<?> entry) {
        int flags = (compressed ? COMPRESSED : 0) | (entry.value() == null ? NEGATIVE : 0);
        return new EntryHeader(
                format,
                (byte) flags,
                entry.version(),
                entry.loadedAt().toEpochMilli(),
                (int) entry.cost().toMillis(),
                entry.ttl().toMillis());
    }

    static byte[] tombstone(byte format, long version) {
        return ByteBuffer.allocate(2 + Long.BYTES)
                .put(format)
                .put(TOMBSTONE)
                .putLong(version)
                .array();
    }

    /** What an entry's first eighteen bytes are compared with, to see whether its load began later than that. */
    static byte[] threshold(byte format, long loadedAt) {
        return ByteBuffer.allocate(2 + 2 * Long.BYTES)
                .put(format)
                .put((byte) 0)
                .putLong(0)
                .putLong(Math.max(loadedAt, 0))
                .array();
    }

    /** Reads the header that the bytes begin with; empty for another format, and where the checksum is not right. */
    static Optional<EntryHeader> read(byte format, byte[] bytes, ByteBuffer value) {
        if (bytes.length < SIZE || bytes[0] != format) {
            return Optional.empty();
        }
        var from = ByteBuffer.wrap(bytes);
        var header =
                new EntryHeader(from.get(), from.get(), from.getLong(), from.getLong(), from.getInt(), from.getLong());
        boolean sound = from.getInt() == checksum(bytes, value) && (header.flags & ~(COMPRESSED | NEGATIVE)) == 0;
        return sound ? Optional.of(header) : Optional.empty();
    }

    byte[] write(ByteBuffer value) {
        var to = ByteBuffer.allocate(SIZE)
                .put(format)
                .put(flags)
                .putLong(version)
                .putLong(loadedAt)
                .putInt(cost)
                .putLong(ttl);
        return to.putInt(checksum(to.array(), value)).array();
    }

    boolean isNegative() {
        return (flags & NEGATIVE) != 0;
    }

    boolean isCompressed() {
        return (flags & COMPRESSED) != 0;
    }

    <V> CacheEntry<V> entry(@Nullable V value) {
        return new CacheEntry<>(
                value, version, Instant.ofEpochMilli(loadedAt), Duration.ofMillis(cost), Duration.ofMillis(ttl));
    }

    private static int checksum(byte[] bytes, ByteBuffer value) {
        var sum = new CRC32C();
        sum.update(bytes, 0, BEFORE_CHECKSUM);
        sum.update(value.duplicate());
        return (int) sum.getValue();
    }
}
