package dev.gatehouse.app.adapter.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.caching.CacheEntry;
import dev.gatehouse.caching.FieldCodec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A hash for each entry, so that others can read its fields by their names; beside them the field {@code :} holds its
 * {@link EntryHeader}. A hash that others have written to is none of ours.
 */
record HashForm<V>(FieldCodec<V> codec) implements EntryForm<V> {

    static final String HEADER = ":";

    @Override
    public byte format() {
        return EntryHeader.HASH;
    }

    @Override
    public List<byte[]> write(CacheEntry<V> entry) {
        Map<String, String> texts = entry.value() == null ? Map.of() : codec.encode(entry.value());
        if (texts.containsKey(HEADER)) {
            throw new IllegalArgumentException("a field may not be named " + HEADER);
        }
        var bytes = new HashMap<String, byte[]>();
        texts.forEach((name, text) -> bytes.put(name, text.getBytes(UTF_8)));
        var written = new ArrayList<byte[]>();
        written.add(EntryHeader.of(EntryHeader.HASH, false, entry).write(inOrder(bytes)));
        bytes.forEach((name, text) -> {
            written.add(name.getBytes(UTF_8));
            written.add(text);
        });
        return written;
    }

    @Override
    public Optional<CacheEntry<V>> find(RedisConnection redis, String key) {
        return findAll(redis, List.of(key)).getFirst();
    }

    @Override
    public List<Optional<CacheEntry<V>>> findAll(RedisConnection redis, List<String> keys) {
        return redis.getHashes(keys).stream().map(this::read).toList();
    }

    private Optional<CacheEntry<V>> read(Map<String, byte[]> hash) {
        var rest = new HashMap<>(hash);
        byte[] header = rest.remove(HEADER);
        return header == null
                ? Optional.empty()
                : EntryHeader.read(EntryHeader.HASH, header, inOrder(rest)).flatMap(read -> entry(read, rest));
    }

    private Optional<CacheEntry<V>> entry(EntryHeader header, Map<String, byte[]> bytes) {
        if (header.isNegative()) {
            return Optional.of(header.entry(null));
        }
        var texts = new HashMap<String, String>();
        bytes.forEach((name, text) -> texts.put(name, new String(text, UTF_8)));
        return codec.decode(texts, header.version()).map(header::entry);
    }

    /** All fields by their names, each name and each value after its length, for the checksum. */
    private static ByteBuffer inOrder(Map<String, byte[]> fields) {
        var parts = new ArrayList<byte[]>();
        new TreeMap<>(fields).forEach((name, text) -> {
            parts.add(name.getBytes(UTF_8));
            parts.add(text);
        });
        var all = ByteBuffer.allocate(
                parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum());
        parts.forEach(part -> all.putInt(part.length).put(part));
        return all.flip();
    }
}
