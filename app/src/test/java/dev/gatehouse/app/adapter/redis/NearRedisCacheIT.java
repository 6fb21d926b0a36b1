package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.caching.CacheContract.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.caching.Cache;
import dev.gatehouse.caching.CacheContract;
import dev.gatehouse.caching.CacheEntry;
import dev.gatehouse.caching.CacheUnavailable;
import dev.gatehouse.caching.InMemoryCache;
import dev.gatehouse.caching.InMemoryCacheMeter;
import dev.gatehouse.caching.NearCache;
import io.lettuce.core.KillArgs;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Copies near, of a cache in Redis that tells of its changes. */
final class NearRedisCacheIT implements CacheContract {

    private final String key = "contract:{" + UUID.randomUUID() + "}";
    private final TestRedis redis = TestRedis.started("near");
    private final RedisInvalidations news = new RedisInvalidations(List.of("contract:{"));
    private final RedisConnection connection = redis.connection(redis.uri(), news);
    private final Cache<String> cache =
            new NearCache<>(InMemoryCache::new, RedisCache.ofStrings(connection, TEXT), news, new InMemoryCacheMeter());
    private final RedisConnection other = redis.patientConnection();
    private final Cache<String> elsewhere = RedisCache.ofStrings(other, TEXT);

    NearRedisCacheIT() {
        TestRedis.await(() -> TestRedis.answers(connection));
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Override
    public Cache<String> cache() {
        return cache;
    }

    private Optional<String> found() {
        return cache.find(key).flatMap(CacheEntry::found);
    }

    @Test
    void aCopyCostsNoRoundTrip() {
        cache.put(key, entry("value", 1));
        connection.get("any");
        found();
        long before = redis.calls("get");
        assertThat(found()).contains("value");
        assertThat(redis.calls("get")).isEqualTo(before);
    }

    @Test
    void whoHasJustHadAnyAnswerSeesEveryChangeAcknowledgedBefore() {
        for (int version = 1; version <= 1_000; version++) {
            elsewhere.put(key, entry("version " + version, version));
            connection.get("any");
            assertThat(found()).contains("version " + version);
            assertThat(found()).contains("version " + version);
        }
    }

    @Test
    void whatChangedWhileNobodyHeardIsNotFoundNearAfterwards() {
        cache.put(key, entry("old", 1));
        connection.get("any");
        assertThat(found()).contains("old");
        redis.commands().clientKill(KillArgs.Builder.typeNormal().skipme());
        TestRedis.await(() -> TestRedis.answers(other));
        elsewhere.put(key, entry("new", 2));
        TestRedis.await(() -> TestRedis.answers(connection));
        assertThat(news.areHeard()).isTrue();
        assertThat(found()).contains("new");
    }

    @Test
    void whileTheServerHangsNothingIsFoundNear() {
        cache.put(key, entry("value", 1));
        connection.get("any");
        found();
        redis.server().freeze();
        assertThat(TestRedis.answers(connection)).isFalse();
        assertThatExceptionOfType(CacheUnavailable.class).isThrownBy(this::found);
        redis.server().thaw();
        TestRedis.await(() -> TestRedis.answers(connection));
        assertThat(found()).contains("value");
    }
}
