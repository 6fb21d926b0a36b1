package dev.gatehouse.app.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gatehouse.caching.Cache;
import dev.gatehouse.caching.CacheContract;
import java.time.Duration;
import java.util.List;
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
        cache = new RedisCache<>(redis.patientConnection(), TEXT);
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

    @Test
    void anEntryLivesAsLongAsItWasTold() {
        cache.put(key, "value", 1, TTL);
        assertThat(redis.commands().pttl(key)).isCloseTo(TTL.toMillis(), within(5_000L));
    }

    @Test
    void aTombstoneOutlivesTheSlowestReader() {
        cache.put(key, "value", 1, Duration.ofHours(1));
        cache.invalidate(key, 2);
        assertThat(redis.commands().pttl(key)).isCloseTo(Cache.TOMBSTONE.toMillis(), within(5_000L));
    }

    @Test
    void theSameVersionAgainRenewsItsLife() {
        cache.put(key, "value", 1, Duration.ofSeconds(20));
        cache.put(key, "value", 1, TTL);
        assertThat(redis.commands().pttl(key)).isGreaterThan(30_000L);
    }

    @Test
    void versionsThatADoubleCannotTellApartAreToldApart() {
        cache.put(key, "new", (1L << 53) + 1, TTL);
        cache.put(key, "old", 1L << 53, TTL);
        assertThat(cache.find(key)).contains("new");
    }

    @Test
    void everyByteOfAVersionCountsAsItShould() {
        for (int bit = 0; bit < 62; bit++) {
            cache.put(key, "bit " + bit, 1L << bit, TTL);
            assertThat(cache.find(key)).contains("bit " + bit);
            cache.put(key, "older", (1L << bit) - 1, TTL);
            assertThat(cache.find(key)).contains("bit " + bit);
        }
    }

    @Test
    void ofManyWritersTheNewestWins() {
        IntStream.rangeClosed(1, 100).parallel().forEach(version -> {
            if (version % 3 == 0) {
                cache.invalidate(key, version);
            } else {
                cache.put(key, "version " + version, version, TTL);
            }
        });
        assertThat(cache.find(key)).contains("version 100");
    }

    @Test
    void whatIsOfAnotherFormatIsAMissAndGivesWay() {
        for (byte[] foreign :
                List.of(new byte[0], new byte[] {9}, new byte[] {2, 0, 127, -1, -1, -1, -1, -1, -1, -1, 7})) {
            redis.commands().psetex(key, TTL.toMillis(), foreign);
            assertThat(cache.find(key)).isEmpty();
            cache.put(key, "ours", 1, TTL);
            assertThat(cache.find(key)).contains("ours");
        }
    }

    @Test
    void whatTheCodecCannotReadIsAMiss() {
        redis.commands().psetex(key, TTL.toMillis(), Envelope.of(1, new byte[] {1, 2, 3}));
        assertThat(cache.find(key)).isEmpty();
    }

    @Test
    void aLookUpIsOneCommand() {
        cache.put(key, "value", 1, TTL);
        long before = redis.calls("get");
        assertThat(cache.find(key)).contains("value");
        assertThat(redis.calls("get")).isEqualTo(before + 1);
    }

    @Test
    void aFlushForgets() {
        cache.put(key, "value", 1, TTL);
        redis.commands().flushall();
        assertThat(cache.find(key)).isEmpty();
        cache.put(key, "value", 1, TTL);
    }

    @Test
    void aServerThatForgotItsScriptsLearnsThemAgain() {
        cache.put(key, "old", 1, TTL);
        redis.commands().scriptFlush();
        cache.put(key, "new", 2, TTL);
        assertThat(cache.find(key)).contains("new");
    }
}
