package dev.gatehouse.app.adapter.redis;

import dev.gatehouse.caching.CacheCodec;
import dev.gatehouse.caching.CacheEntry;
import java.util.List;
import java.util.Optional;

/** A string for each entry, in an {@link Envelope}. */
record StringForm<V>(CacheCodec<V> codec) implements EntryForm<V> {

    @Override
    public byte format() {
        return EntryHeader.STRING;
    }

    @Override
    public List<byte[]> write(CacheEntry<V> entry) {
        return List.of(Envelope.of(entry, codec));
    }

    @Override
    public Optional<CacheEntry<V>> find(RedisConnection redis, String key) {
        return Envelope.open(redis.get(key), codec);
    }

    @Override
    public List<Optional<CacheEntry<V>>> findAll(RedisConnection redis, List<String> keys) {
        return redis.getAll(keys).stream()
                .map(envelope -> Envelope.open(envelope, codec))
                .toList();
    }
}
