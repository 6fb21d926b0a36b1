package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.ratelimit.Limits.left;
import static dev.gatehouse.ratelimit.Limits.limit;
import static dev.gatehouse.ratelimit.Limits.one;
import static dev.gatehouse.ratelimit.Limits.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.devservices.RedisServer;
import dev.gatehouse.ratelimit.Decision;
import dev.gatehouse.ratelimit.DegradingRateLimiter;
import dev.gatehouse.ratelimit.Demand;
import dev.gatehouse.ratelimit.LimitKey;
import dev.gatehouse.ratelimit.LocalRateLimiter;
import dev.gatehouse.ratelimit.Outage;
import dev.gatehouse.ratelimit.RateLimiter;
import dev.gatehouse.ratelimit.RateLimiterUnavailable;
import dev.gatehouse.ratelimit.Verdict;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What limits promise while a master dies and its replica takes over, be it by sentinels or in a cluster. */
final class LimitFailover {

    private static final int PLENTY = 100_000;
    private static final int BEFORE = 50;

    private final RateLimiter limiter;
    private final RateLimiter degrading;
    private final RateLimiter one;
    private final RateLimiter another;
    private final Supplier<LimitKey> keys;

    /**
     * @param impatient as the application has it
     * @param patient the same at two other instances, for what is not about time
     * @param keys that are on the master that dies
     */
    LimitFailover(RedisConnection impatient, Supplier<RedisConnection> patient, Supplier<LimitKey> keys) {
        this.limiter = new RedisRateLimiter(impatient);
        this.one = new RedisRateLimiter(patient.get());
        this.another = new RedisRateLimiter(patient.get());
        this.degrading = new DegradingRateLimiter(limiter, new LocalRateLimiter(Clock.systemUTC(), 100));
        this.keys = keys;
    }

    /**
     * @param master that is killed
     * @param replicate waits until the heir has what the master has
     * @param heir a way in to the replica that takes over
     */
    void demand(RedisServer master, Runnable replicate, RedisCommands<String, byte[]> heir) {
        LimitKey busy = keys.get();
        Demand login = one(keys.get(), 5);
        Demand closed = Demand.one(keys.get(), limit(5).with(Outage.CLOSED));
        TestRedis.await(() -> isShared(degrading, busy));
        IntStream.range(0, BEFORE).forEach(i -> take(another, one(busy, PLENTY)));
        replicate.run();

        var load = new LimiterLoad(limiter, one(busy, PLENTY));
        try (load;
                var logins = new LimiterLoad(degrading, login);
                var refused = new LimiterLoad(degrading, closed)) {
            TestRedis.await(() -> load.admitted() > 100);
            master.kill();
            TestRedis.await(() -> load.unanswered() > 100);
            int lost = load.admitted();
            TestRedis.await(() -> load.admitted() > lost + 100);
            // Five of the shared count, five of this instance while it was away, and five if the first were forgotten.
            assertThat(logins.admitted()).isBetween(5, 15);
            assertThat(logins.unanswered()).isZero();
            assertThat(refused.admitted()).isBetween(5, 10);
            assertThat(refused.unanswered()).isPositive();
        }

        // A replica may lack what its master took last, and the calls under way at its death may count or not.
        TestRedis.await(() -> isShared(one, busy) && isShared(another, busy));
        int used = PLENTY - left(one, busy, limit(PLENTY));
        assertThat(used).isBetween(BEFORE, BEFORE + load.admitted() + LimiterLoad.CALLERS);
        demandAHundredOfTwo(keys.get());
        assertThat(heir.info("replication")).contains("role:master");
        master.start();
        assertThat(PLENTY - left(another, busy, limit(PLENTY))).isEqualTo(used);
    }

    private void demandAHundredOfTwo(LimitKey key) {
        List<Decision> decisions = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> (i % 2 == 0 ? one : another).acquire(List.of(one(key, 100))))
                .toList();
        assertThat(decisions).filteredOn(Decision.Admitted.class::isInstance).hasSize(100);
    }

    static boolean isShared(RateLimiter limiter, LimitKey key) {
        try {
            return limiter.acquire(List.of(Demand.look(key, limit(5)))).verdicts().stream()
                    .allMatch(verdict -> verdict.reach() == Verdict.Reach.SHARED);
        } catch (RateLimiterUnavailable notYet) {
            return false;
        }
    }
}
