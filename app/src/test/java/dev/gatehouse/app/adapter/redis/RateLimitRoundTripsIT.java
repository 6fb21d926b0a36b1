package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.ratelimit.Limits.key;
import static dev.gatehouse.ratelimit.Limits.limit;
import static dev.gatehouse.ratelimit.Limits.one;
import static dev.gatehouse.ratelimit.Limits.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.gatehouse.ratelimit.Decision;
import dev.gatehouse.ratelimit.DegradingRateLimiter;
import dev.gatehouse.ratelimit.Demand;
import dev.gatehouse.ratelimit.Limit;
import dev.gatehouse.ratelimit.LimitKey;
import dev.gatehouse.ratelimit.Limits;
import dev.gatehouse.ratelimit.LocalRateLimiter;
import dev.gatehouse.ratelimit.Outage;
import dev.gatehouse.ratelimit.RateLimiter;
import dev.gatehouse.ratelimit.RateLimiterUnavailable;
import dev.gatehouse.ratelimit.RememberingRateLimiter;
import dev.gatehouse.ratelimit.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What limits cost, and what becomes of them when their server fails. */
final class RateLimitRoundTripsIT {

    private TestRedis redis;
    private RateLimiter limiter;

    @BeforeEach
    void start() {
        redis = TestRedis.started("limit-trips");
        redis.commands().flushall();
        limiter = new RedisRateLimiter(redis.patientConnection());
        take(limiter, one(key(), 5));
    }

    @AfterEach
    void stop() {
        redis.close();
    }

    private static Demand[] three() {
        LimitKey address = key();
        return new Demand[] {one(address, 100), one(new LimitKey(address.subject(), "elsewhere"), 60), one(key(), 300)};
    }

    @Test
    void aDecisionOverThreeLimitsIsOneCommand() {
        redis.commands().configResetstat();
        take(limiter, three());
        assertThat(redis.calls("evalsha")).isEqualTo(1);
        assertThat(redis.calls("eval")).isZero();
        // What the script does inside.
        assertThat(redis.calls("mget")).isEqualTo(6);
        assertThat(redis.calls("set")).isEqualTo(3);
        assertThat(redis.commands().info("stats")).contains("total_commands_processed:");
    }

    @Test
    void whoeverIsBlockedCostsNoCommand() {
        var remembering = new RememberingRateLimiter(limiter, Clock.systemUTC(), Duration.ofMinutes(1), 10);
        Demand demand = one(key(), 5);
        limiter.block(demand.key().subject(), Duration.ofMinutes(10));
        assertThat(remembering.acquire(List.of(demand))).isInstanceOf(Decision.Blocked.class);
        redis.commands().configResetstat();
        for (int i = 0; i < 100; i++) {
            assertThat(remembering.acquire(List.of(demand))).isInstanceOf(Decision.Blocked.class);
        }
        assertThat(redis.calls("evalsha")).isZero();
    }

    @Test
    void aClockOfOursThatIsWrongChangesNothing() {
        LimitKey key = key();
        List<RateLimiter> instances = IntStream.of(-2, 0, 2)
                .<RateLimiter>mapToObj(seconds -> {
                    Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
                    return new DegradingRateLimiter(
                            new RememberingRateLimiter(limiter, wrong, Duration.ofMinutes(1), 10),
                            new LocalRateLimiter(wrong, 10));
                })
                .toList();
        Limit limit = Limit.of("short", 10, Duration.ofSeconds(1));
        int admitted = 0;
        Verdict first =
                take(instances.getFirst(), Demand.one(key, limit)).verdicts().getFirst();
        for (int i = 0; i < 30; i++) {
            Decision decision = instances.get(i % 3).acquire(List.of(Demand.one(key, limit)));
            admitted += decision instanceof Decision.Admitted ? 1 : 0;
            Verdict verdict = decision.verdicts().getFirst();
            assertThat(verdict.at()).isCloseTo(first.at(), within(1, ChronoUnit.SECONDS));
        }
        assertThat(admitted).isEqualTo(9);
    }

    @Test
    void twoInstancesGiveOneQuota() {
        LimitKey key = key();
        var other = new RedisRateLimiter(redis.patientConnection());
        var left = Collections.synchronizedList(new ArrayList<Integer>());
        var refused = new AtomicInteger();
        IntStream.range(0, 200).parallel().forEach(i -> {
            Decision decision = (i % 2 == 0 ? limiter : other).acquire(List.of(one(key, 100)));
            if (decision instanceof Decision.Admitted) {
                left.add(decision.verdicts().getFirst().remaining());
            } else {
                refused.incrementAndGet();
            }
        });
        assertThat(refused).hasValue(100);
        assertThat(left)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void aServerThatForgotItsScriptsLearnsThemAgain() {
        Demand demand = one(key(), 5);
        take(limiter, demand);
        redis.commands().scriptFlush();
        assertThat(take(limiter, demand).verdicts().getFirst().remaining()).isEqualTo(3);
    }

    @Test
    void aFlushForgetsWhatWasCountedAndNothingElse() {
        Demand demand = one(key(), 5);
        take(limiter, demand);
        redis.commands().flushall();
        assertThat(take(limiter, demand).verdicts().getFirst().remaining()).isEqualTo(4);
    }

    @Test
    void whatCannotBeDecidedIsUnavailableAndNeverAdmitted() {
        Demand demand = one(key(), 5);
        redis.commands().configSet("maxmemory", "1");
        demandUnavailable(demand);
        redis.commands().configSet("maxmemory", "0");
        redis.commands().replicaof("127.0.0.1", 1);
        demandUnavailable(demand);
        redis.commands().replicaofNoOne();
        TestRedis.await(() -> answers(demand));
        redis.server().stop();
        demandUnavailable(demand);
    }

    private void demandUnavailable(Demand demand) {
        assertThatExceptionOfType(RateLimiterUnavailable.class).isThrownBy(() -> limiter.acquire(List.of(demand)));
    }

    private boolean answers(Demand demand) {
        try {
            limiter.acquire(List.of(demand));
            return true;
        } catch (RateLimiterUnavailable notYet) {
            return false;
        }
    }

    @Test
    void whileItsServerIsAwayAnInstanceCountsByItselfAndNothingOfThatArrivesLater() {
        var degrading = new DegradingRateLimiter(
                new RedisRateLimiter(redis.connection()), new LocalRateLimiter(Clock.systemUTC(), 100));
        Demand open = one(key(), 3);
        Demand closed = Demand.one(key(), limit(3).with(Outage.CLOSED));
        redis.server().freeze();
        for (int i = 0; i < 3; i++) {
            take(degrading, open);
        }
        Limits.miss(degrading, open);
        assertThatExceptionOfType(RateLimiterUnavailable.class).isThrownBy(() -> degrading.acquire(List.of(closed)));
        redis.server().thaw();
        TestRedis.await(() -> degrading
                .acquire(List.of(Demand.look(open.key(), open.limit())))
                .verdicts()
                .getFirst()
                .reach()
                .equals(Verdict.Reach.SHARED));
        // The one call that was on its way when the server froze may have arrived.
        assertThat(Limits.left(degrading, open.key(), open.limit())).isBetween(2, 3);
    }
}
