package dev.gatehouse.app.journey;

import dev.gatehouse.devservices.RedisSentinels;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Gatehouse on a Redis that sentinels watch. */
final class RedisSentinelJourneyIT implements ManyRedisServersJourney {

    private static RedisSentinels redis;
    private static Gatehouse here;
    private static Gatehouse elsewhere;

    @BeforeAll
    static void start() {
        redis = RedisSentinels.start(Gatehouse.SERVERS.resolve("redis-sentinels"), Duration.ofSeconds(1));
        var variables = new HashMap<>(USUAL);
        variables.putAll(redis.variables());
        here = Gatehouse.start(variables);
        elsewhere = Gatehouse.start(variables);
    }

    @AfterAll
    static void stop() {
        elsewhere.close();
        here.close();
        redis.close();
    }

    @Override
    public Api here() {
        return here.api();
    }

    @Override
    public Api elsewhere() {
        return elsewhere.api();
    }

    @Override
    public void kill() {
        redis.master().kill();
    }
}
