package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.caching.CacheContract.entry;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.caching.Cache;
import dev.gatehouse.caching.Cache.Lease;
import dev.gatehouse.caching.Cache.Put;
import dev.gatehouse.caching.CacheContract;
import dev.gatehouse.caching.CacheEntry;
import dev.gatehouse.caching.FieldCodec;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Entries in hashes. */
final class RedisHashCacheIT implements CacheContract {

    /** A text as one field. */
    static final FieldCodec<String> TEXTS = new FieldCodec<>() {
        @Override
        public Map<String, String> encode(String value) {
            return Map.of("text", value);
        }

        @Override
        public Optional<String> decode(Map<String, String> fields, long version) {
            return Optional.ofNullable(fields.get("text"));
        }
    };

    private static final FieldCodec<Map<String, String>> MAPS = new FieldCodec<>() {
        @Override
        public Map<String, String> encode(Map<String, String> value) {
            return value;
        }

        @Override
        public Optional<Map<String, String>> decode(Map<String, String> fields, long version) {
            return Optional.of(fields);
        }
    };

    private static TestRedis redis;
    private static Cache<String> cache;
    private static Cache<Map<String, String>> maps;

    private final String key = "user:{" + UUID.randomUUID() + "}:prefs";

    @BeforeAll
    static void start() {
        redis = TestRedis.started("hashes");
        RedisConnection connection = redis.patientConnection();
        cache = RedisCache.ofHashes(connection, TEXTS);
        maps = RedisCache.ofHashes(connection, MAPS);
    }

    @AfterAll
    static void stop() {
        redis.demandThatEveryKeyEnds();
        redis.close();
    }

    @Override
    public Cache<String> cache() {
        return cache;
    }

    private static CacheEntry<Map<String, String>> map(Map<String, String> fields, long version) {
        CacheEntry<String> text = entry("", version);
        return new CacheEntry<>(fields, version, text.loadedAt(), text.cost(), text.ttl());
    }

    @Test
    void aFieldIsReadByItsName() {
        maps.put(key, map(Map.of("theme", "dark", "ünïcode", "ö"), 1));
        assertThat(redis.commands().hget(key, "theme")).isEqualTo("dark".getBytes(UTF_8));
    }

    @Test
    void ofAnEarlierVersionNoFieldStays() {
        maps.put(key, map(Map.of("theme", "dark", "size", "1"), 1));
        maps.put(key, map(Map.of("theme", "light"), 2));
        assertThat(maps.find(key).flatMap(CacheEntry::found)).contains(Map.of("theme", "light"));
        assertThat(redis.commands().hlen(key)).isEqualTo(2);
        maps.put(key, map(Map.of(), 3));
        assertThat(maps.find(key).flatMap(CacheEntry::found)).contains(Map.of());
    }

    @Test
    void fiftyFieldsComeBack() {
        var many = new HashMap<String, String>();
        for (int i = 0; i < 50; i++) {
            many.put("field " + i, "value ".repeat(i));
        }
        maps.put(key, map(many, 1));
        assertThat(maps.find(key).flatMap(CacheEntry::found)).contains(many);
    }

    @Test
    void whatOthersHaveTouchedIsAMissAndIsLoadedAgain() {
        List<Runnable> touches = List.of(
                () -> redis.commands().hset(key, "theme", "light".getBytes(UTF_8)),
                () -> redis.commands().hset(key, "more", new byte[0]),
                () -> redis.commands().hdel(key, "theme"),
                () -> redis.commands().hset(key, HashForm.HEADER, new byte[40]),
                () -> redis.commands().hdel(key, HashForm.HEADER),
                () -> redis.commands().psetex(key, 60_000, new byte[40]));
        for (Runnable touch : touches) {
            maps.put(key, map(Map.of("theme", "dark"), 1));
            touch.run();
            assertThat(maps.find(key)).isEmpty();
            assertThat(maps.findAll(List.of(key))).isEmpty();
            var lease = (Lease.Granted) maps.lease(key, Instant.EPOCH);
            assertThat(maps.fill(key, map(Map.of("theme", "dark"), 1), lease)).isEqualTo(Put.WRITTEN);
            assertThat(maps.find(key).flatMap(CacheEntry::found)).contains(Map.of("theme", "dark"));
        }
    }

    @Test
    void theNameOfTheHeaderIsTaken() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> maps.put(key, map(Map.of(HashForm.HEADER, "x"), 1)));
    }
}
