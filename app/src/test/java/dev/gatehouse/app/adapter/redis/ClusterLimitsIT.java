package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.ratelimit.Limits.left;
import static dev.gatehouse.ratelimit.Limits.limit;
import static dev.gatehouse.ratelimit.Limits.miss;
import static dev.gatehouse.ratelimit.Limits.one;
import static dev.gatehouse.ratelimit.Limits.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.devservices.RedisServer;
import dev.gatehouse.ratelimit.Decision;
import dev.gatehouse.ratelimit.Demand;
import dev.gatehouse.ratelimit.LimitKey;
import dev.gatehouse.ratelimit.Limits;
import dev.gatehouse.ratelimit.RateLimiter;
import dev.gatehouse.ratelimit.RateLimiterUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Limits of one call that are on different masters of a cluster. */
final class ClusterLimitsIT {

    private static TestCluster cluster;
    private static RateLimiter limiter;
    private static RateLimiter another;

    @BeforeAll
    static void start() {
        cluster = TestCluster.started("cluster-limits");
        limiter = new RedisRateLimiter(cluster.patientConnection());
        another = new RedisRateLimiter(cluster.patientConnection());
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static RedisServer master(int number) {
        return cluster.servers().masters().get(number);
    }

    private static LimitKey keyOn(RedisServer master) {
        LimitKey key = Limits.key();
        while (!cluster.masterOf(RateLimitKey.ofState(key)).equals(master)) {
            key = Limits.key();
        }
        return key;
    }

    @Test
    void ofTwoHundredRequestsAtOnceOverTwoMastersAHundredAreAdmitted() {
        LimitKey address = keyOn(master(0));
        LimitKey user = keyOn(master(1));
        List<Decision> decisions = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> (i % 2 == 0 ? limiter : another).acquire(List.of(one(address, 1_000), one(user, 100))))
                .toList();
        assertThat(decisions).filteredOn(Decision.Denied.class::isInstance).hasSize(100);
        assertThat(decisions)
                .filteredOn(Decision.Admitted.class::isInstance)
                .extracting(decision -> decision.verdicts().getLast().remaining())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 100).boxed().toList());
        // What was refused by the second was given back by the first.
        assertThat(left(limiter, address, limit(1_000))).isEqualTo(900);
    }

    @Test
    void whatOneMasterTookIsGivenBackWhenAnotherRefuses() {
        LimitKey narrow = keyOn(master(2));
        LimitKey wide = keyOn(master(0));
        take(limiter, one(narrow, 1));
        for (int i = 0; i < 20; i++) {
            miss(limiter, one(wide, 10), one(narrow, 1));
        }
        assertThat(left(limiter, wide, limit(10))).isEqualTo(10);
        assertThat(cluster.commands(master(0)).exists(RateLimitKey.ofState(wide)))
                .isZero();
    }

    @Test
    void whatOneMasterTookIsGivenBackWhenAnotherGivesNoAnswer() {
        try (var silent = TestCluster.started("silent-master")) {
            var impatient = new RedisRateLimiter(silent.connection());
            var masters = silent.servers().masters();
            Demand here = one(keyIn(silent, masters.get(0)), 10);
            Demand there = one(keyIn(silent, masters.get(1)), 10);
            TestRedis.await(() -> isDecided(impatient, here, there));
            int before = left(impatient, here.key(), here.limit());

            masters.get(1).freeze();

            Duration first = AdaptersAtRisk.time(() -> demandUnavailable(impatient, here, there));
            assertThat(first).isBetween(TestRedis.PATIENCE, TestRedis.PATIENCE.multipliedBy(3));
            for (int i = 0; i < 20; i++) {
                demandUnavailable(impatient, here, there);
            }
            assertThat(left(impatient, here.key(), here.limit())).isEqualTo(before);
            // Who has no business with the silent one does not notice.
            assertThat(AdaptersAtRisk.time(() -> take(impatient, here))).isLessThan(Duration.ofMillis(100));
            masters.get(1).thaw();
            TestRedis.await(() -> isDecided(impatient, there));
        }
    }

    private static LimitKey keyIn(TestCluster silent, RedisServer master) {
        LimitKey key = Limits.key();
        while (!silent.masterOf(RateLimitKey.ofState(key)).equals(master)) {
            key = Limits.key();
        }
        return key;
    }

    private static boolean isDecided(RateLimiter limiter, Demand... demands) {
        try {
            limiter.acquire(List.of(demands));
            return true;
        } catch (RateLimiterUnavailable notYet) {
            return false;
        }
    }

    private static void demandUnavailable(RateLimiter limiter, Demand... demands) {
        assertThatExceptionOfType(RateLimiterUnavailable.class).isThrownBy(() -> limiter.acquire(List.of(demands)));
    }

    @Test
    void eachMasterLearnsAScriptThatItDoesNotKnow() {
        for (RedisServer master : cluster.servers().masters()) {
            Demand demand = one(keyOn(master), 5);
            take(limiter, demand);
            cluster.commands(master).scriptFlush();
            assertThat(take(limiter, demand).verdicts().getFirst().remaining()).isEqualTo(3);
        }
    }
}
