package dev.gatehouse.app.adapter.redis;

import dev.gatehouse.ratelimit.RateLimiter;
import dev.gatehouse.ratelimit.RateLimiterContract;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Where the subjects of one call are in different slots. */
final class RateLimiterOverSlotsIT implements RateLimiterContract {

    private static TestRedis redis;
    private static RateLimiter limiter;

    @BeforeAll
    static void start() {
        redis = TestRedis.started("limit-slots");
        limiter = new RedisRateLimiter(redis.patientConnection(), SlotHash::getSlot);
    }

    @AfterAll
    static void stop() {
        redis.demandThatEveryKeyEnds();
        redis.close();
    }

    @Override
    public RateLimiter limiter() {
        return limiter;
    }

    @Override
    public void pass(Duration time) {
        redis.pass(time);
    }
}
