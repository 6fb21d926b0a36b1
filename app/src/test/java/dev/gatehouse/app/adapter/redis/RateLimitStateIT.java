package dev.gatehouse.app.adapter.redis;

import static dev.gatehouse.ratelimit.Limits.key;
import static dev.gatehouse.ratelimit.Limits.limit;
import static dev.gatehouse.ratelimit.Limits.miss;
import static dev.gatehouse.ratelimit.Limits.one;
import static dev.gatehouse.ratelimit.Limits.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gatehouse.ratelimit.Algorithm;
import dev.gatehouse.ratelimit.Demand;
import dev.gatehouse.ratelimit.Limit;
import dev.gatehouse.ratelimit.LimitKey;
import dev.gatehouse.ratelimit.Penalty;
import dev.gatehouse.ratelimit.RateLimiter;
import dev.gatehouse.ratelimit.Receipt;
import dev.gatehouse.ratelimit.Subject;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What limits keep in Redis, how much of it, and what becomes of it when others touch it. */
final class RateLimitStateIT {

    private static final Limit MINUTE = Limit.of("minute", 100, Duration.ofMinutes(1));

    private static TestRedis redis;
    private static RateLimiter limiter;

    private final LimitKey key = key();
    private final String name = RateLimitKey.ofState(key);
    private final String sentence = RateLimitKey.ofSentence(key.subject());

    @BeforeAll
    static void start() {
        redis = TestRedis.started("limit-state");
        redis.commands().flushall();
        limiter = new RedisRateLimiter(redis.patientConnection());
    }

    @AfterAll
    static void stop() {
        redis.demandThatEveryKeyEnds();
        redis.close();
    }

    @Test
    void keysAreNamedAsTheDesignHasThem() {
        LimitKey read = new LimitKey(new Subject("ip", "203.0.113.7"), "GET_/api/users/{id}");
        assertThat(RateLimitKey.ofState(read)).isEqualTo("rate_limit:ip:{203.0.113.7}:GET_/api/users/{id}");
        assertThat(RateLimitKey.ofState(new LimitKey(Subject.user("a}{b ü"), "x")))
                .isEqualTo("rate_limit:user:{a%007D%007Bb%0020%00FC}:x");
        assertThat(RateLimitKey.ofSentence(Subject.ip(InetAddress.ofLiteral("2001:db8::1"))))
                .isEqualTo("rate_limit:block:ip:{2001:db8:0:0::/64}");
    }

    @Test
    void aLogIsAFormatByteAndSixBytesForEachUnit() {
        Receipt first = take(limiter, Demand.one(key, MINUTE)).receipts().getFirst();
        take(limiter, Demand.one(key, MINUTE));
        byte[] state = redis.commands().get(name);
        assertThat(state).hasSize(13).startsWith(1);
        byte[] time = ByteBuffer.allocate(8).putLong(first.at().toEpochMilli()).array();
        assertThat(Arrays.copyOfRange(state, 1, 7)).isEqualTo(Arrays.copyOfRange(time, 2, 8));
    }

    @Test
    void aLogWithCostsHasEightBytesForEach() {
        take(limiter, Demand.one(key, MINUTE));
        take(limiter, new Demand(key, MINUTE, 5));
        byte[] state = redis.commands().get(name);
        assertThat(state).hasSize(17).startsWith(2);
        assertThat(state[8]).isEqualTo((byte) 1);
        assertThat(state[16]).isEqualTo((byte) 5);
    }

    @Test
    void aKeyLivesUntilNothingOfItCountsAnyMore() {
        take(limiter, Demand.one(key, MINUTE));
        assertThat(redis.commands().pttl(name)).isCloseTo(60_000L, within(2_000L));
        redis.commands().pexpire(name, 10);
        take(limiter, Demand.one(key, MINUTE));
        assertThat(redis.commands().pttl(name)).isCloseTo(60_000L, within(2_000L));
    }

    @Test
    void aSentenceLivesUntilItsStrikesAreForgotten() {
        Demand demand =
                Demand.one(key, limit(1).with(new Penalty(Duration.ofMillis(1), MINUTE.window(), Duration.ofHours(2))));
        take(limiter, demand);
        miss(limiter, demand);
        assertThat(redis.commands().pttl(sentence)).isCloseTo(7_200_000L, within(2_000L));
        limiter.block(key.subject(), Duration.ofSeconds(1));
        assertThat(redis.commands().pttl(sentence)).isCloseTo(7_200_000L, within(2_000L));
    }

    @Test
    void aRefundKeepsTheTimeToLiveAndAnEmptyLogIsGone() {
        Receipt first = take(limiter, Demand.one(key, MINUTE)).receipts().getFirst();
        Receipt second = take(limiter, Demand.one(key, MINUTE)).receipts().getFirst();
        limiter.refund(List.of(first));
        assertThat(redis.commands().pttl(name)).isCloseTo(60_000L, within(2_000L));
        limiter.refund(List.of(second));
        assertThat(redis.commands().exists(name)).isZero();
    }

    @Test
    void whatHasRunOutIsNotKept() {
        Limit brief = Limit.of("brief", 100, Duration.ofMillis(40));
        for (int i = 0; i < 50; i++) {
            take(limiter, Demand.one(key, brief));
            redis.pass(Duration.ofMillis(4));
        }
        assertThat(redis.commands().strlen(name)).isLessThan(1 + 6 * 12L);
    }

    @Test
    void aRefusalWritesNothing() {
        take(limiter, one(key, 1));
        byte[] before = redis.commands().get(name);
        long writes = redis.calls("set");
        for (int i = 0; i < 10; i++) {
            miss(limiter, one(key, 1), one(key(), 5));
        }
        assertThat(redis.calls("set")).isEqualTo(writes);
        assertThat(redis.commands().get(name)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"100, 760", "200, 1400"})
    void aFullLogTakesTheMemoryThatTheDesignHasForIt(int units, int bytes) {
        LimitKey address = new LimitKey(new Subject("ip", "203.0.113." + units), "POST_/api/auth/register");
        Limit limit = limit(units);
        IntStream.range(0, units).forEach(i -> take(limiter, Demand.one(address, limit)));
        demandMemory(address, bytes);
    }

    @Test
    void subWindowsSpacingAndAlignedWindowsTakeHardlyAny() {
        LimitKey address = new LimitKey(new Subject("ip", "203.0.113.1"), "POST_/api/auth/register");
        Limit tenths = Limit.of("tenths", 10_000, Duration.ofMillis(200));
        for (int i = 0; i < 100; i++) {
            take(limiter, new Demand(address, tenths, 2));
            redis.pass(Duration.ofMillis(5));
        }
        demandMemory(address, 152);
        for (Algorithm other : List.of(new Algorithm.Spacing(1), new Algorithm.AlignedWindow())) {
            limiter.reset(address);
            take(limiter, Demand.one(address, limit(5).with(other)));
            demandMemory(address, 120);
        }
    }

    private static void demandMemory(LimitKey key, int bytes) {
        assertThat(redis.commands().memoryUsage(RateLimitKey.ofState(key)))
                .isCloseTo((long) bytes, within(bytes / 10L));
    }

    @Test
    void whatIsOfAnotherTypeOrFormatCountsAsNothingAndGivesWay() {
        List<BiConsumer<String, byte[]>> foreign = List.of(
                (where, bytes) -> redis.commands().hset(where, "field", bytes),
                (where, bytes) -> redis.commands().zadd(where, 1, bytes),
                (where, bytes) -> redis.commands().set(where, bytes),
                (where, bytes) -> redis.commands().set(where, new byte[0]),
                (where, bytes) -> redis.commands().set(where, new byte[] {1, 2}),
                (where, bytes) -> redis.commands().set(where, new byte[] {2, 2, 2}),
                (where, bytes) -> redis.commands().set(where, new byte[] {3, 2}),
                (where, bytes) -> redis.commands().set(where, new byte[] {9, 0, 0, 0, 0, 0, 0}));
        for (var put : foreign) {
            for (Algorithm algorithm : List.of(
                    new Algorithm.ExactLog(),
                    new Algorithm.SubWindows(),
                    new Algorithm.Spacing(5),
                    new Algorithm.AlignedWindow())) {
                redis.commands().del(name, sentence);
                put.accept(name, new byte[] {42});
                put.accept(sentence, new byte[] {42});
                var taken = take(limiter, Demand.one(key, limit(5).with(algorithm)));
                assertThat(taken.verdicts().getFirst().remaining()).isEqualTo(4);
                put.accept(sentence, new byte[] {42});
                limiter.block(key.subject(), Duration.ofMinutes(1));
                assertThat(limiter.standing(key.subject()).isBlocked()).isTrue();
                redis.commands().del(name);
                put.accept(name, new byte[] {42});
                limiter.refund(taken.receipts());
                limiter.reset(key);
                limiter.pardon(key.subject());
            }
        }
        assertThat(redis.commands().exists(name, sentence)).isZero();
    }
}
