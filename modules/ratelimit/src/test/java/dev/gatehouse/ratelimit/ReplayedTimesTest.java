package dev.gatehouse.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ratelimit.Algorithm.AlignedWindow;
import dev.gatehouse.ratelimit.Algorithm.ExactLog;
import dev.gatehouse.ratelimit.Algorithm.Spacing;
import dev.gatehouse.ratelimit.Algorithm.SubWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Years of requests in a second, with clocks that jump. */
final class ReplayedTimesTest {

    private final TestClock clock = new TestClock();
    private final RateLimiter limiter = new LocalRateLimiter(clock, 10);

    private static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noWindowHasMoreThanTheQuotaHoweverTheClockIsPutBack(long seed) {
        var random = new Random(seed);
        long window = 10 + random.nextLong(100_000);
        Algorithm algorithm = seed % 2 == 0 ? new ExactLog() : new SubWindows();
        var history = new History(
                Limits.key(),
                Limit.of("random", 1 + random.nextInt(30), Duration.ofMillis(window))
                        .with(algorithm));
        Instant latest = clock.instant();
        for (int step = 0; step < 500; step++) {
            clock.advance(Duration.ofMillis(random.nextLong(window / 20 + 2)));
            latest = latest.isAfter(clock.instant()) ? latest : clock.instant();
            if (random.nextInt(20) == 0) {
                clock.set(latest.minusMillis(random.nextLong(window)));
            }
            history.add(limiter.acquire(List.of(history.demand(1))));
        }
        history.demandThatNoWindowHasMoreThanTheQuota();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void spacingNeverAdmitsTwoWithinAnInterval(long seed) {
        var random = new Random(seed);
        Limit limit = Limit.of("random", 7, Duration.ofSeconds(1)).with(new Spacing(1));
        Instant last = Instant.MIN;
        LimitKey key = Limits.key();
        for (int step = 0; step < 500; step++) {
            clock.advance(Duration.ofNanos(random.nextLong(100_000_000)));
            if (limiter.acquire(List.of(Demand.one(key, limit))) instanceof Decision.Admitted) {
                assertThat(last.plusMillis(142)).isBefore(clock.instant());
                last = clock.instant();
            }
        }
    }

    @Test
    void aClockThatIsPutBackByMoreThanAWindowBeginsAnew() {
        for (Algorithm algorithm : List.of(new ExactLog(), new SubWindows(), new Spacing(1), new AlignedWindow())) {
            LimitKey key = Limits.key();
            Limit limit = Limit.of("minute", 1, Duration.ofMinutes(1)).with(algorithm);
            Limits.take(limiter, Demand.one(key, limit));
            clock.advance(Duration.ofSeconds(-30));
            Limits.miss(limiter, Demand.one(key, limit));
            clock.advance(Duration.ofHours(-1));
            Limits.take(limiter, Demand.one(key, limit));
        }
    }

    /** Bursts of three seconds, of twice the quota in all. */
    @Test
    void subWindowsLetNearlyAllThroughThatALogWould() {
        var random = new Random(1);
        Demand logged = Demand.one(Limits.key(), Limit.of("log", 100, Duration.ofSeconds(60)));
        Demand tenths = Demand.one(Limits.key(), logged.limit().with(new SubWindows()));
        int[] admitted = new int[2];
        for (int burst = 0; burst < 2_000; burst++) {
            clock.advance(Duration.ofMillis(random.nextLong(40_000)));
            for (int i = 0; i < 60; i++) {
                clock.advance(Duration.ofMillis(random.nextLong(100)));
                admitted[0] += limiter.acquire(List.of(logged)) instanceof Decision.Admitted ? 1 : 0;
                admitted[1] += limiter.acquire(List.of(tenths)) instanceof Decision.Admitted ? 1 : 0;
            }
        }
        assertThat((double) admitted[1] / admitted[0]).isBetween(0.97, 1.0);
    }
}
