package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.app.adapter.redis.RedisScript.argument;

import dev.gatehouse.caching.Cache;
import dev.gatehouse.caching.CacheCodec;
import dev.gatehouse.caching.CacheEntry;
import dev.gatehouse.caching.CacheUnavailable;
import dev.gatehouse.caching.FieldCodec;
import io.lettuce.core.RedisException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A cache in Redis: a string or a hash for each entry, and a string {@code lease:<key>} with a ticket while somebody
 * loads it. Both are in one slot of a cluster: a key without a part in braces has its lease at {@code lease:{<key>}}.
 *
 * <p>A lease that is refused because of an entry costs a second round trip, to see whether this release can read it.
 */
public final class RedisCache<V> implements Cache<V> {

    private static final RedisScript WRITE = RedisScript.named("cache-write");
    private static final RedisScript LEASE_SCRIPT = RedisScript.named("cache-lease");

    private final RedisConnection redis;
    private final EntryForm<V> form;

    private RedisCache(RedisConnection redis, EntryForm<V> form) {
        this.redis = redis;
        this.form = form;
    }

    /** A cache of strings that only we can read. */
    public static <V> RedisCache<V> ofStrings(RedisConnection redis, CacheCodec<V> codec) {
        return new RedisCache<>(redis, new StringForm<>(codec));
    }

    /** A cache of hashes whose fields everybody can read; the name {@code :} is taken. */
    public static <V> RedisCache<V> ofHashes(RedisConnection redis, FieldCodec<V> codec) {
        return new RedisCache<>(redis, new HashForm<>(codec));
    }

    @Override
    public Optional<CacheEntry<V>> find(String key) {
        return available(() -> form.find(redis, key));
    }

    @Override
    public Map<String, CacheEntry<V>> findAll(Collection<String> keys) {
        List<String> all = keys.stream().distinct().toList();
        if (all.isEmpty()) {
            return Map.of();
        }
        List<Optional<CacheEntry<V>>> entries = available(() -> form.findAll(redis, all));
        var found = new HashMap<String, CacheEntry<V>>();
        for (int i = 0; i < all.size(); i++) {
            String key = all.get(i);
            entries.get(i).ifPresent(entry -> found.put(key, entry));
        }
        return found;
    }

    @Override
    public Lease lease(String key, Instant after) {
        Lease lease = available(() -> lease(key, after.toEpochMilli()));
        // What another release wrote must not keep this one from loading.
        return lease instanceof Lease.Filled && find(key).isEmpty()
                ? available(() -> lease(key, Long.MAX_VALUE))
                : lease;
    }

    private Lease lease(String key, long after) {
        String ticket = UUID.randomUUID().toString();
        var arguments =
                List.of(EntryHeader.threshold(form.format(), after), argument(ticket), argument(LEASE.toMillis()));
        byte[] answer = redis.run(LEASE_SCRIPT.on(List.of(key, leaseKey(key)), arguments));
        return switch (new String(Objects.requireNonNull(answer), StandardCharsets.US_ASCII)) {
            case "granted" -> new Lease.Granted(ticket);
            case "taken" -> new Lease.Taken();
            default -> new Lease.Filled();
        };
    }

    @Override
    public Put fill(String key, CacheEntry<V> entry, Lease.Granted lease) {
        var call = write(List.of(key, leaseKey(key)), form.write(entry), entry.ttl(), lease.ticket());
        return available(() -> redis.run(call)) == null ? Put.STALE : Put.WRITTEN;
    }

    @Override
    public int putAll(Map<String, CacheEntry<V>> entries) {
        var calls = new ArrayList<RedisScript.Call>();
        entries.forEach((key, entry) -> calls.add(write(List.of(key), form.write(entry), entry.ttl(), "")));
        return (int) (calls.isEmpty() ? List.of() : available(() -> redis.runAll(calls)))
                .stream().filter(Objects::isNull).count();
    }

    @Override
    public void invalidate(String key, long version) {
        var tombstone = List.of(EntryHeader.tombstone(form.format(), version));
        available(() -> redis.run(write(List.of(key), tombstone, TOMBSTONE, "")));
    }

    @Override
    public void evict(String key) {
        available(() -> redis.delete(key, leaseKey(key)));
    }

    private static RedisScript.Call write(List<String> keys, List<byte[]> entry, Duration ttl, String ticket) {
        var arguments = new ArrayList<byte[]>();
        arguments.add(argument(ttl.toMillis()));
        arguments.add(argument(TOMBSTONE.toMillis()));
        arguments.add(argument(ticket));
        arguments.addAll(entry);
        return WRITE.on(keys, arguments);
    }

    private static String leaseKey(String key) {
        int open = key.indexOf('{');
        // A key without a part in braces is in the slot of the whole of it. No key of ours has empty ones.
        return open >= 0 && key.indexOf('}', open) > open + 1 ? "lease:" + key : "lease:{" + key + "}";
    }

    private static <T extends @Nullable Object> T available(Supplier<T> call) {
        try {
            return call.get();
        } catch (RedisException failure) {
            throw new CacheUnavailable(failure);
        }
    }
}
