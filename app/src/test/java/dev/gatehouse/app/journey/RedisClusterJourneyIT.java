package dev.gatehouse.app.journey;

import dev.gatehouse.devservices.RedisCluster;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Gatehouse on a Redis Cluster of three masters, each with a replica. */
final class RedisClusterJourneyIT implements ManyRedisServersJourney {

    private static RedisCluster redis;
    private static Gatehouse here;
    private static Gatehouse elsewhere;

    @BeforeAll
    static void start() {
        redis = RedisCluster.start(Gatehouse.SERVERS.resolve("redis-cluster"), 3, 1, Duration.ofSeconds(2));
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
        redis.masters().getFirst().kill();
    }
}
