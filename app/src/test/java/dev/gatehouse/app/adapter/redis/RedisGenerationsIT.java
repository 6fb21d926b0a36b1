package dev.gatehouse.app.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.caching.Generations;
import dev.gatehouse.caching.GenerationsContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RedisGenerationsIT implements GenerationsContract {

    private static TestRedis redis;
    private static Generations generations;

    @BeforeAll
    static void start() {
        redis = TestRedis.started("generations");
        generations = new RedisGenerations(redis.patientConnection());
    }

    @AfterAll
    static void stop() {
        redis.demandThatEveryKeyEnds();
        redis.close();
    }

    @Override
    public Generations generations() {
        return generations;
    }

    @Test
    void aNumberIsKnownForADay() {
        generations.advance("advanced");
        generations.current("asked");
        for (String key : new String[] {"advanced:generation", "asked:generation"}) {
            assertThat(redis.commands().pttl(key))
                    .isBetween(
                            Duration.ofHours(23).toMillis(), Duration.ofDays(1).toMillis());
        }
    }

    @Test
    void aListWhoseNumberWasLostGetsOneThatItNeverHad() {
        generations.advance("list");
        long before = generations.current("list");
        redis.commands().flushall();
        assertThat(generations.current("list")).isGreaterThan(before);
    }

    @Test
    void aNumberAheadOfTheClockOnlyGrows() {
        redis.commands().psetex("ahead:generation", 60_000, RedisScript.argument(9_000_000_000_000_000L));
        generations.advance("ahead");
        assertThat(generations.current("ahead")).isEqualTo(9_000_000_000_000_001L);
    }

    @Test
    void whatIsNoNumberGivesWay() {
        redis.commands().psetex("text:generation", 60_000, RedisScript.argument("no number"));
        assertThat(generations.current("text")).isPositive();
        redis.commands().hset("hash:generation", "a", new byte[1]);
        assertThat(generations.current("hash")).isPositive();
        redis.commands().psetex("other:generation", 60_000, RedisScript.argument("1e3"));
        generations.advance("other");
        assertThat(generations.current("other")).isGreaterThan(1_000);
    }
}
