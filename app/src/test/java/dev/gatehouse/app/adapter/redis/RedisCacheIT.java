package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.caching.CacheContract.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gatehouse.caching.Cache;
import dev.gatehouse.caching.Cache.Lease;
import dev.gatehouse.caching.Cache.Put;
import dev.gatehouse.caching.CacheContract;
import dev.gatehouse.caching.CacheEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RedisCacheIT implements CacheContract {

    private static TestRedis redis;
    private static Cache<String> cache;

    private final String key = "user:{" + UUID.randomUUID() + "}";

    @BeforeAll
    static void start() {
        redis = TestRedis.started("cache");
        cache = RedisCache.ofStrings(redis.patientConnection(), TEXT);
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

    private Optional<String> found() {
        return cache.find(key).flatMap(CacheEntry::found);
    }

    @Test
    void anEntryLivesAsLongAsItWasTold() {
        cache.put(key, entry("value", 1));
        assertThat(redis.commands().pttl(key)).isCloseTo(TTL.toMillis(), within(5_000L));
    }

    @Test
    void aTombstoneOutlivesTheSlowestReader() {
        cache.put(key, entry("value", 1, Duration.ofHours(1)));
        cache.invalidate(key, 2);
        assertThat(redis.commands().pttl(key)).isCloseTo(Cache.TOMBSTONE.toMillis(), within(5_000L));
    }

    @Test
    void aLeaseEndsByItself() {
        cache.lease(key, Instant.EPOCH);
        assertThat(redis.commands().pttl("lease:" + key)).isBetween(1L, Cache.LEASE.toMillis());
    }

    @Test
    void theSameVersionAgainRenewsItsLife() {
        cache.put(key, entry("value", 1, Duration.ofSeconds(20)));
        cache.put(key, entry("value", 1));
        assertThat(redis.commands().pttl(key)).isGreaterThan(30_000L);
    }

    @Test
    void versionsThatADoubleCannotTellApartAreToldApart() {
        cache.put(key, entry("new", (1L << 53) + 1));
        assertThat(cache.put(key, entry("old", 1L << 53))).isEqualTo(Put.STALE);
        assertThat(found()).contains("new");
    }

    @Test
    void everyByteOfAVersionCountsAsItShould() {
        for (int bit = 0; bit < 62; bit++) {
            cache.put(key, entry("bit " + bit, 1L << bit));
            assertThat(found()).contains("bit " + bit);
            cache.put(key, entry("older", (1L << bit) - 1));
            assertThat(found()).contains("bit " + bit);
        }
    }

    @Test
    void everyByteOfATimeCountsAsItShould() {
        for (int bit = 0; bit < 52; bit++) {
            var loaded = Instant.ofEpochMilli(1L << bit);
            cache.put(key, new CacheEntry<>("value", 1, loaded, Duration.ZERO, TTL));
            assertThat(cache.lease(key, loaded.minusMillis(1))).isInstanceOf(Lease.Filled.class);
            var lease = (Lease.Granted) cache.lease(key, loaded);
            assertThat(cache.fill(key, entry(null, 0), lease)).isEqualTo(Put.STALE);
        }
    }

    @Test
    void ofManyWritersTheNewestWins() {
        IntStream.rangeClosed(1, 100).parallel().forEach(version -> {
            if (version % 3 == 0) {
                cache.invalidate(key, version);
            } else {
                cache.put(key, entry("version " + version, version));
            }
        });
        assertThat(found()).contains("version 100");
    }

    @Test
    void whatIsOfAnotherFormatIsAMissAndGivesWay() {
        for (byte[] foreign :
                List.of(new byte[0], new byte[] {9}, new byte[] {9, 0, 127, -1, -1, -1, -1, -1, -1, -1, 7})) {
            redis.commands().psetex(key, TTL.toMillis(), foreign);
            assertThat(cache.find(key)).isEmpty();
            assertThat(cache.findAll(List.of(key))).isEmpty();
            assertThat(cache.put(key, entry("ours", 1))).isEqualTo(Put.WRITTEN);
            assertThat(found()).contains("ours");
        }
    }

    @Test
    void whatIsNoStringIsAMissAndGivesWay() {
        redis.commands().hset(key, "a", new byte[] {1});
        assertThat(cache.find(key)).isEmpty();
        assertThat(cache.findAll(List.of(key))).isEmpty();
        var lease = (Lease.Granted) cache.lease(key, Instant.EPOCH);
        assertThat(cache.fill(key, entry("ours", 1), lease)).isEqualTo(Put.WRITTEN);
        assertThat(found()).contains("ours");
    }

    @Test
    void whatTheCodecCannotReadIsAMissAndIsLoadedAgain() {
        byte[] unread = Envelope.of(entry("other schema", 7), new OtherCodec());
        redis.commands().psetex(key, TTL.toMillis(), unread);
        assertThat(cache.find(key)).isEmpty();
        var lease = (Lease.Granted) cache.lease(key, Instant.EPOCH);
        assertThat(cache.fill(key, entry("ours", 7), lease)).isEqualTo(Put.WRITTEN);
        assertThat(found()).contains("ours");
    }

    @Test
    void aLookUpIsOneCommand() {
        cache.put(key, entry("value", 1));
        long before = redis.calls("get");
        assertThat(found()).contains("value");
        assertThat(redis.calls("get")).isEqualTo(before + 1);
    }

    @Test
    void soIsALookUpOfMany() {
        var keys = List.of(key, key + "1", key + "2");
        cache.putAll(Map.of(key, entry("value", 1), key + "2", entry(null, 0)));
        long before = redis.calls("mget");
        assertThat(cache.findAll(keys)).containsOnlyKeys(key, key + "2");
        assertThat(redis.calls("mget")).isEqualTo(before + 1);
    }

    @Test
    void aFlushForgetsEntriesAndLeases() {
        cache.put(key, entry("value", 1));
        var lease = (Lease.Granted) cache.lease(key + "1", Instant.EPOCH);
        redis.commands().flushall();
        assertThat(cache.find(key)).isEmpty();
        assertThat(cache.fill(key + "1", entry("loaded before", 1), lease)).isEqualTo(Put.STALE);
        cache.put(key, entry("value", 1));
    }

    @Test
    void aServerThatForgotItsScriptsLearnsThemAgain() {
        cache.put(key, entry("old", 1));
        redis.commands().scriptFlush();
        cache.put(key, entry("new", 2));
        assertThat(found()).contains("new");
    }
}
