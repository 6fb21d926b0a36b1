package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.app.adapter.redis.RedisScript.argument;

import dev.gatehouse.caching.Cache;
import dev.gatehouse.caching.CacheCodec;
import dev.gatehouse.caching.CacheUnavailable;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.Optional;

/** A cache in Redis: a string for each entry, in an {@link Envelope}. */
public final class RedisCache<V> implements Cache<V> {

    private static final RedisScript WRITE = RedisScript.named("cache-write");

    private final RedisConnection redis;
    private final CacheCodec<V> codec;

    public RedisCache(RedisConnection redis, CacheCodec<V> codec) {
        this.redis = redis;
        this.codec = codec;
    }

    @Override
    public Optional<V> find(String key) {
        try {
            return Envelope.open(redis.get(key)).flatMap(codec::decode);
        } catch (RedisException failure) {
            throw new CacheUnavailable(failure);
        }
    }

    @Override
    public void put(String key, V value, long version, Duration ttl) {
        write(key, Envelope.of(version, codec.encode(value)), ttl);
    }

    @Override
    public void invalidate(String key, long version) {
        write(key, Envelope.tombstone(version), TOMBSTONE);
    }

    private void write(String key, byte[] envelope, Duration ttl) {
        try {
            redis.run(WRITE.on(key, envelope, argument(ttl.toMillis())));
        } catch (RedisException failure) {
            throw new CacheUnavailable(failure);
        }
    }
}
