package dev.gatehouse.app.adapter.redis;

import dev.gatehouse.caching.CacheCodec;
import dev.gatehouse.caching.CacheEntry;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry in one string: its {@link EntryHeader} and its value, which is compressed when it is long. */
final class Envelope {

    private static final int LONG = 1_024;

    private Envelope() {}

    static <V> byte[] of(CacheEntry<V> entry, CacheCodec<V> codec) {
        byte[] plain = entry.value() == null ? new byte[0] : codec.encode(entry.value());
        byte[] small = plain.length > LONG ? Compression.deflate(plain) : plain;
        boolean compressed = small.length < plain.length;
        byte[] payload = compressed ? small : plain;
        byte[] header = EntryHeader.of(EntryHeader.STRING, compressed, entry).write(ByteBuffer.wrap(payload));
        return ByteBuffer.allocate(header.length + payload.length)
                .put(header)
                .put(payload)
                .array();
    }

    /** Empty for a tombstone, and for whatever is of another format, damaged, or refused by the codec. */
    static <V> Optional<CacheEntry<V>> open(byte @Nullable [] envelope, CacheCodec<V> codec) {
        if (envelope == null || envelope.length < EntryHeader.SIZE) {
            return Optional.empty();
        }
        var payload = ByteBuffer.wrap(envelope, EntryHeader.SIZE, envelope.length - EntryHeader.SIZE);
        return EntryHeader.read(EntryHeader.STRING, envelope, payload).flatMap(header -> entry(header, payload, codec));
    }

    private static <V> Optional<CacheEntry<V>> entry(EntryHeader header, ByteBuffer payload, CacheCodec<V> codec) {
        if (header.isNegative()) {
            return Optional.of(header.entry(null));
        }
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        Optional<byte[]> plain = header.isCompressed() ? Compression.inflate(bytes) : Optional.of(bytes);
        return plain.flatMap(codec::decode).map(header::entry);
    }
}
