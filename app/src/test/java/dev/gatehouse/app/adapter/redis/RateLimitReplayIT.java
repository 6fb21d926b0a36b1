package dev.gatehouse.app.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ratelimit.Algorithm;
import dev.gatehouse.ratelimit.Decision;
import dev.gatehouse.ratelimit.Demand;
import dev.gatehouse.ratelimit.Limit;
import dev.gatehouse.ratelimit.LimitKey;
import dev.gatehouse.ratelimit.Limits;
import dev.gatehouse.ratelimit.LocalRateLimiter;
import dev.gatehouse.ratelimit.Penalty;
import dev.gatehouse.ratelimit.RateLimiter;
import dev.gatehouse.ratelimit.Receipt;
import dev.gatehouse.ratelimit.Subject;
import dev.gatehouse.ratelimit.TestClock;
import dev.gatehouse.ratelimit.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever Redis decides at a time, the limiter in memory decides at that time, to the millisecond. */
final class RateLimitReplayIT {

    private static final List<Algorithm> ALGORITHMS = List.of(
            new Algorithm.ExactLog(),
            new Algorithm.SubWindows(),
            new Algorithm.Spacing(1),
            new Algorithm.AlignedWindow());

    private static TestRedis redis;
    private static RateLimiter limiter;

    private final TestClock clock = new TestClock();
    private final RateLimiter model = new LocalRateLimiter(clock, 1_000);

    @BeforeAll
    static void start() {
        redis = TestRedis.started("limit-replay");
        limiter = new RedisRateLimiter(redis.patientConnection());
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void bothLimitersSayTheSame(long seed) {
        var random = new Random(seed);
        List<Subject> subjects =
                IntStream.range(0, 3).mapToObj(i -> Limits.subject()).toList();
        var receipts = new ArrayList<Receipt>();
        for (int step = 0; step < 400; step++) {
            redis.pass(Duration.ofNanos(random.nextInt(4_000_000)));
            List<Demand> demands = IntStream.range(0, 1 + random.nextInt(3))
                    .mapToObj(i -> demand(subjects.get(i), random))
                    .toList();
            Decision decision = limiter.acquire(demands);
            if (decision instanceof Decision.Blocked(var standing)) {
                // The model is blocked until the same time; when it was asked it did not say.
                assertThat(standing.isBlocked()).isTrue();
                continue;
            }
            clock.set(decision.verdicts().getFirst().at());
            Decision expected = model.acquire(demands);
            assertThat(shared(decision)).isEqualTo(shared(expected));
            if (expected instanceof Decision.Admitted admitted) {
                receipts.addAll(admitted.receipts());
            }
            if (random.nextInt(10) == 0 && !receipts.isEmpty()) {
                Receipt back = receipts.remove(random.nextInt(receipts.size()));
                limiter.refund(List.of(back));
                model.refund(List.of(back));
            }
        }
    }

    /** Now and then another quota or algorithm over the same key. */
    private static Demand demand(Subject subject, Random random) {
        boolean usual = random.nextInt(8) > 0;
        int kind = usual ? Math.floorMod(subject.hashCode(), 2) : random.nextInt(2);
        int quota = usual ? 9 : 1 + random.nextInt(20);
        Limit limit = Limit.of("random", quota, Duration.ofMillis(60)).with(ALGORITHMS.get(kind));
        if (random.nextInt(40) == 0) {
            limit = limit.with(ALGORITHMS.get(random.nextInt(4)));
        }
        if (random.nextInt(4) == 0) {
            limit = limit.with(Limit.Mode.SHADOW);
        }
        if (random.nextInt(20) == 0) {
            limit = limit.with(new Penalty(Duration.ofMillis(2), Duration.ofMillis(9), Duration.ofMillis(80)));
        }
        int cost = random.nextInt(4) == 0 ? random.nextInt(4) : 1;
        return new Demand(new LimitKey(subject, "anywhere"), limit, cost);
    }

    /** But for who knows of it, and for the microseconds that one has and the other may not need. */
    private static String shared(Decision decision) {
        String told = decision instanceof Decision.Admitted admitted
                ? "admitted "
                        + admitted.receipts().stream()
                                .map(Receipt::at)
                                .map(Instant::toEpochMilli)
                                .toList()
                : "refused " + ((Decision.Denied) decision).struck();
        return told + decision.verdicts().stream().map(RateLimitReplayIT::text).toList();
    }

    private static String text(Verdict verdict) {
        return "%s %d %s %s %s"
                .formatted(
                        verdict.hasRoom(),
                        verdict.remaining(),
                        verdict.retryAfter(),
                        verdict.resetAfter(),
                        verdict.demand());
    }
}
