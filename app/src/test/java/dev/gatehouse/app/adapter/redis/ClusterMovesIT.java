package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.caching.CacheContract.entry;
import static dev.gatehouse.ratelimit.Limits.left;
import static dev.gatehouse.ratelimit.Limits.limit;
import static dev.gatehouse.ratelimit.Limits.one;
import static dev.gatehouse.ratelimit.Limits.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.caching.Cache;
import dev.gatehouse.caching.CacheContract;
import dev.gatehouse.caching.CacheEntry;
import dev.gatehouse.caching.InMemoryCache;
import dev.gatehouse.caching.InMemoryCacheMeter;
import dev.gatehouse.caching.NearCache;
import dev.gatehouse.devservices.RedisServer;
import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.SessionProjection.Known;
import dev.gatehouse.identity.port.SessionProjectionUnavailable;
import dev.gatehouse.ratelimit.LimitKey;
import dev.gatehouse.ratelimit.Limits;
import dev.gatehouse.ratelimit.RateLimiterUnavailable;
import io.lettuce.core.MigrateArgs;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Slots that move from one master to another while they are asked. */
final class ClusterMovesIT {

    private static TestCluster cluster;
    private static RedisServer source;
    private static RedisServer target;
    private static RedisConnection connection;
    private static RedisInvalidations news;
    private static RedisRateLimiter limiter;
    private static RedisSessionProjection projection;

    @BeforeAll
    static void start() {
        cluster = TestCluster.started("moves");
        source = cluster.servers().masters().getFirst();
        target = cluster.servers().masters().getLast();
        news = new RedisInvalidations(List.of("user:{"));
        connection = cluster.patientConnection(news);
        limiter = new RedisRateLimiter(connection);
        projection = TestRedis.sessions(connection, Duration.ofMinutes(1));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static LimitKey keyOfSource() {
        LimitKey key = Limits.key();
        while (!cluster.masterOf(RateLimitKey.ofState(key)).equals(source)) {
            key = Limits.key();
        }
        return key;
    }

    private static String id(RedisServer master) {
        return cluster.commands(master).clusterMyId();
    }

    private static void begin(int slot) {
        cluster.commands(target).clusterSetSlotImporting(slot, id(source));
        cluster.commands(source).clusterSetSlotMigrating(slot, id(target));
    }

    private static void carry(String key) {
        cluster.commands(source)
                .migrate(
                        target.host(),
                        target.port(),
                        0,
                        5_000,
                        MigrateArgs.Builder.key(key).auth(cluster.servers().password()));
    }

    private static void end(int slot) {
        for (RedisServer master : List.of(target, source)) {
            cluster.commands(master).clusterSetSlotNode(slot, id(target));
        }
    }

    @Test
    void whatWasCountedBeforeASlotMovedCountsAfter() {
        LimitKey key = keyOfSource();
        String state = RateLimitKey.ofState(key);
        int slot = SlotHash.getSlot(state);
        take(limiter, one(key, 5));
        begin(slot);
        carry(state);
        end(slot);
        assertThat(take(limiter, one(key, 5)).verdicts().getFirst().remaining()).isEqualTo(3);
        assertThat(cluster.commands(target).exists(state)).isEqualTo(1);
    }

    @Test
    void whatHasSeveralKeysIsNotDecidedWhileTheirSlotMoves() {
        LimitKey key = keyOfSource();
        String state = RateLimitKey.ofState(key);
        int slot = SlotHash.getSlot(state);
        take(limiter, one(key, 5));
        begin(slot);
        carry(state);
        assertThatExceptionOfType(RateLimiterUnavailable.class).isThrownBy(() -> limiter.acquire(List.of(one(key, 5))));
        end(slot);
        TestRedis.await(() -> isDecided(key));
        assertThat(left(limiter, key, limit(5))).isEqualTo(4);
    }

    private static boolean isDecided(LimitKey key) {
        try {
            left(limiter, key, limit(5));
            return true;
        } catch (RateLimiterUnavailable notYet) {
            return false;
        }
    }

    /** Its script is about several keys, so that Redis refuses it meanwhile, and the store is asked. */
    @Test
    void aSessionThatMovesIsUnknownMeanwhileAndKnownAfter() {
        var session = Samples.live();
        String tag = "{" + session.user() + "}";
        while (!cluster.masterOf(tag).equals(source)) {
            session = Samples.live();
            tag = "{" + session.user() + "}";
        }
        LiveSession moving = session;
        int slot = SlotHash.getSlot(tag);
        projection.put(moving);
        begin(slot);
        carry("session:" + tag + ":" + moving.id());
        assertThatThrownBy(() -> find(moving)).isInstanceOf(SessionProjectionUnavailable.class);
        carry("sessions:" + tag);
        end(slot);
        assertThat(find(moving)).contains(new Known.Live(moving));
        projection.end(List.of(new EndedSession(moving.user(), moving.id())));
        assertThat(find(moving)).contains(new Known.Ended());
    }

    private static Optional<Known> find(LiveSession session) {
        return projection.find(session.user(), session.id(), UUID.randomUUID());
    }

    @Test
    void aCopyNearIsNotOlderThanWhatItsNewMasterHas() {
        var elsewhere = RedisCache.ofStrings(cluster.patientConnection(), CacheContract.TEXT);
        var far = RedisCache.ofStrings(connection, CacheContract.TEXT);
        var near = new NearCache<>(InMemoryCache::new, far, news, new InMemoryCacheMeter());
        // The part in braces alone says where a key is.
        String key = "user:{" + cluster.keyOn(source) + "}";
        int slot = SlotHash.getSlot(key);
        elsewhere.put(key, entry("old", 1));
        near.find(key);
        assertThat(near.holds(key)).isTrue();
        begin(slot);
        carry(key);
        end(slot);
        elsewhere.put(key, entry("new", 2));
        far.find(key + ":another");
        assertThat(found(near, key)).contains("new");
        TestRedis.await(news::areHeard);
        for (int version = 3; version < 100; version++) {
            elsewhere.put(key, entry("version " + version, version));
            far.find(key + ":another");
            assertThat(found(near, key)).contains("version " + version);
            assertThat(found(near, key)).contains("version " + version);
        }
    }

    private static Optional<String> found(Cache<String> cache, String key) {
        return cache.find(key).flatMap(CacheEntry::found);
    }
}
