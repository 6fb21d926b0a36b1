package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.caching.CacheContract.entry;
import static dev.gatehouse.ratelimit.Limits.left;
import static dev.gatehouse.ratelimit.Limits.limit;
import static dev.gatehouse.ratelimit.Limits.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.caching.Cache;
import dev.gatehouse.caching.CacheContract;
import dev.gatehouse.caching.CacheEntry;
import dev.gatehouse.caching.CacheUnavailable;
import dev.gatehouse.caching.Invalidations.Change;
import dev.gatehouse.caching.Outages;
import dev.gatehouse.caching.WaryCache;
import dev.gatehouse.devservices.RedisServer;
import dev.gatehouse.notification.port.Heard;
import dev.gatehouse.notification.port.NotificationChannelContract;
import dev.gatehouse.notification.port.NotificationChannelUnavailable;
import dev.gatehouse.ratelimit.DegradingRateLimiter;
import dev.gatehouse.ratelimit.LimitKey;
import dev.gatehouse.ratelimit.Limits;
import dev.gatehouse.ratelimit.LocalRateLimiter;
import io.lettuce.core.KillArgs;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A master of a cluster that dies, and the replica that takes over from it. */
final class ClusterFailoverIT {

    private static final int PLENTY = 100_000;

    private final TestCluster cluster = TestCluster.started("cluster-failover", 1, Duration.ofSeconds(2));
    private final RedisServer master = cluster.servers().masters().getFirst();
    private final RedisServer heir = cluster.servers().replicas().getFirst();

    @AfterEach
    void close() {
        cluster.close();
    }

    private LimitKey keyOfMaster() {
        LimitKey key = Limits.key();
        while (!cluster.masterOf(RateLimitKey.ofState(key)).equals(master)) {
            key = Limits.key();
        }
        return key;
    }

    @Test
    void limitsGoOnThroughTheDeathOfAMasterAndNothingIsReplayed() {
        new LimitFailover(cluster.connection(), cluster::patientConnection, this::keyOfMaster)
                .demand(master, this::replicate, cluster.commands(heir));
    }

    /** A connection waits for what it wrote, and for what was written before. */
    private void replicate() {
        var commands = cluster.commands(master);
        commands.psetex(cluster.keyOn(master), 60_000, new byte[1]);
        assertThat(commands.waitForReplication(1, 5_000)).isEqualTo(1);
    }

    @Test
    void whatIsToldIsHeardFromTheHeir() {
        var news = new RedisInvalidations(List.of("user:{"));
        RedisConnection connection = cluster.patientConnection(news);
        try (var channel = cluster.notificationChannel(connection)) {
            var heard = Heard.from(channel);
            TestRedis.await(channel::hears);
            RedisServer told = cluster.masterOf(RedisNotificationChannel.CHANNEL);

            told.kill();

            TestRedis.await(() -> !channel.hears());
            TestRedis.await(() -> !news.areHeard());
            TestRedis.await(() -> channel.hears() && publishes(channel));
            assertThat(heard.next()).isEqualTo("probe");
            TestRedis.await(() -> TestRedis.answers(connection, cluster.keyOn(told)) && news.areHeard());
        }
    }

    @Test
    void whatTheHeirHasFromBeforeAChangeIsNotRead() {
        var news = new RedisInvalidations(List.of("user:{"));
        var heard = new CopyOnWriteArrayList<Change>();
        news.follow(heard::add);
        var outages = new Outages(Clock.systemUTC());
        outages.follow(news);
        var here = new WaryCache<>(RedisCache.ofStrings(cluster.patientConnection(news), CacheContract.TEXT), outages);
        var elsewhere = RedisCache.ofStrings(cluster.patientConnection(), CacheContract.TEXT);
        String key = "user:{" + cluster.keyOn(master) + "}";
        elsewhere.put(key, entry("old", 1));
        replicate();
        assertThat(here.find(key).flatMap(CacheEntry::found)).contains("old");

        heir.freeze();
        cluster.commands(master).clientKill(KillArgs.Builder.typeSlave());
        elsewhere.put(key, entry("new", 2));
        master.kill();
        heir.thaw();

        // Known without a call that failed.
        TestRedis.await(() -> heard.contains(new Change.Missed()));
        var naive = RedisCache.ofStrings(cluster.patientConnection(), CacheContract.TEXT);
        assertThat(naive.find(key).flatMap(CacheEntry::found)).contains("old");
        TestRedis.await(() -> isEmpty(here, key));
    }

    private static boolean isEmpty(Cache<String> cache, String key) {
        try {
            return cache.find(key).isEmpty();
        } catch (CacheUnavailable notYet) {
            return false;
        }
    }

    private static boolean publishes(RedisNotificationChannel channel) {
        try {
            channel.publish(NotificationChannelContract.notification("probe"));
            return true;
        } catch (NotificationChannelUnavailable down) {
            return false;
        }
    }

    @Test
    void aMasterThatOnlyHungIsNotAskedWhenItIsBack() {
        var limiter = new RedisRateLimiter(cluster.connection());
        var degrading = new DegradingRateLimiter(limiter, new LocalRateLimiter(Clock.systemUTC(), 100));
        LimitKey key = keyOfMaster();
        TestRedis.await(() -> LimitFailover.isShared(degrading, key));
        int before = left(limiter, key, limit(PLENTY));

        master.freeze();
        var load = new LimiterLoad(limiter, one(key, PLENTY));
        try (load) {
            TestRedis.await(() -> load.admitted() > 20);
            master.thaw();
            TestRedis.await(() -> load.admitted() > 200);
        }

        assertThat(load.unanswered()).isPositive();
        // What was on its way when the master froze was taken by it, if at all, and went with it.
        assertThat(before - left(limiter, key, limit(PLENTY)))
                .isBetween(load.admitted(), load.admitted() + LimiterLoad.CALLERS);
        assertThat(cluster.commands(heir).info("replication")).contains("role:master");
    }
}
