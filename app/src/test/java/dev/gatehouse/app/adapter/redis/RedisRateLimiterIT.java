package dev.gatehouse.app.adapter.redis;

import dev.gatehouse.ratelimit.RateLimiter;
import dev.gatehouse.ratelimit.RateLimiterContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class RedisRateLimiterIT implements RateLimiterContract {

    private static TestRedis redis;
    private static RateLimiter limiter;

    @BeforeAll
    static void start() {
        redis = TestRedis.started("limits");
        limiter = new RedisRateLimiter(redis.patientConnection());
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
