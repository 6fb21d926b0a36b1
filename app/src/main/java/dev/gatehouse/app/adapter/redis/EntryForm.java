package dev.gatehouse.app.adapter.redis;

import dev.gatehouse.caching.CacheEntry;
import java.util.List;
import java.util.Optional;

/** How the entries of a cache stand in Redis. */
interface EntryForm<V> {

    /** The first byte of each. */
    byte format();

    /** What {@code cache-write} writes: the entry, or the header of a hash and then its fields and values in turn. */
    List<byte[]> write(CacheEntry<V> entry);

    /** Finds an entry; empty when there is none that can be read. */
    Optional<CacheEntry<V>> find(RedisConnection redis, String key);

    /** Finds entries in one round trip, in the order of their keys. */
    List<Optional<CacheEntry<V>>> findAll(RedisConnection redis, List<String> keys);
}
