package dev.gatehouse.app.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.caching.Cache;
import dev.gatehouse.caching.Cache.Lease;
import dev.gatehouse.caching.Cache.Put;
import dev.gatehouse.caching.CacheContract;
import dev.gatehouse.caching.Generations;
import dev.gatehouse.caching.GenerationsContract;
import dev.gatehouse.caching.InMemoryCache;
import dev.gatehouse.caching.InMemoryCacheMeter;
import dev.gatehouse.caching.Invalidations;
import dev.gatehouse.caching.InvalidationsContract;
import dev.gatehouse.caching.NearCache;
import dev.gatehouse.identity.port.SessionProjection;
import dev.gatehouse.identity.port.SessionProjectionContract;
import dev.gatehouse.notification.port.NotificationChannel;
import dev.gatehouse.notification.port.NotificationChannelContract;
import dev.gatehouse.ratelimit.RateLimiter;
import dev.gatehouse.ratelimit.RateLimiterContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that uses Redis promises the same of a cluster of three masters. */
final class RedisClusterIT {

    private static TestCluster cluster;
    private static RedisConnection connection;
    private static RedisConnection other;
    private static RedisInvalidations news;

    @BeforeAll
    static void start() {
        cluster = TestCluster.started("cluster");
        news = new RedisInvalidations(List.of("contract:{"));
        connection = cluster.patientConnection(news);
        other = cluster.patientConnection();
    }

    @AfterAll
    static void stop() {
        cluster.demandThatEveryKeyEnds();
        cluster.close();
    }

    @Nested
    final class Limits implements RateLimiterContract {

        private final RateLimiter limiter = new RedisRateLimiter(connection);

        @Override
        public RateLimiter limiter() {
            return limiter;
        }

        @Override
        public void pass(Duration time) {
            cluster.pass(time);
        }
    }

    @Nested
    final class Sessions implements SessionProjectionContract {

        private final SessionProjection projection = TestRedis.sessions(connection, Duration.ofMinutes(1));

        @Override
        public SessionProjection projection() {
            return projection;
        }
    }

    @Nested
    final class Strings implements CacheContract {

        private final Cache<String> cache = RedisCache.ofStrings(connection, TEXT);

        @Override
        public Cache<String> cache() {
            return cache;
        }

        @ParameterizedTest
        @ValueSource(strings = {"plain:%s", "{%s}", "a:{%s}:b", "a:{%s"})
        void anyKeyHasItsLeaseBesideIt(String form) {
            String key = form.formatted(UUID.randomUUID());
            var lease = cache.lease(key, Instant.EPOCH);
            assertThat(lease).isInstanceOf(Lease.Granted.class);
            assertThat(cache.fill(key, CacheContract.entry("value", 1), (Lease.Granted) lease))
                    .isEqualTo(Put.WRITTEN);
            cache.evict(key);
            assertThat(cache.find(key)).isEmpty();
        }
    }

    @Nested
    final class Hashes implements CacheContract {

        private final Cache<String> cache = RedisCache.ofHashes(connection, RedisHashCacheIT.TEXTS);

        @Override
        public Cache<String> cache() {
            return cache;
        }
    }

    @Nested
    final class Copies implements CacheContract {

        private final Cache<String> cache = new NearCache<>(
                InMemoryCache::new, RedisCache.ofStrings(connection, TEXT), news, new InMemoryCacheMeter());

        @Override
        public Cache<String> cache() {
            return cache;
        }
    }

    @Nested
    final class News implements InvalidationsContract {

        private final Cache<String> here = RedisCache.ofStrings(connection, CacheContract.TEXT);
        private final Cache<String> elsewhere = RedisCache.ofStrings(other, CacheContract.TEXT);

        @Override
        public Invalidations invalidations() {
            return news;
        }

        @Override
        public Cache<String> here() {
            return here;
        }

        @Override
        public Cache<String> elsewhere() {
            return elsewhere;
        }

        @Test
        void anAnswerOfOneServerSaysNothingOfTheOthers() {
            long before = System.nanoTime();
            here.findAll(Stream.generate(() -> "contract:{" + UUID.randomUUID() + "}")
                    .limit(50)
                    .toList());
            assertThat(news.areHeardUntil(before)).isFalse();
        }
    }

    @Nested
    final class Numbers implements GenerationsContract {

        private final Generations generations = new RedisGenerations(connection);

        @Override
        public Generations generations() {
            return generations;
        }
    }

    @Nested
    final class Messages implements NotificationChannelContract {

        private final RedisNotificationChannel channel = cluster.notificationChannel(connection);

        @BeforeEach
        void subscribed() {
            TestRedis.await(channel::hears);
        }

        @AfterEach
        void close() {
            channel.close();
        }

        @Override
        public NotificationChannel channel() {
            return channel;
        }
    }
}
