package dev.gatehouse.ratelimit;

import dev.gatehouse.ratelimit.Algorithm.ExactLog;
import dev.gatehouse.ratelimit.Algorithm.SubWindows;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promise of windows that slide, held against what was really admitted, at random times and costs. */
interface WindowsContract {

    /** The limiter under test, the same in the whole of a test. */
    RateLimiter limiter();

    /** Lets a short time pass by the limiter's clock, or a little more. */
    void pass(Duration time);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    default void noWindowWhereverItBeginsHasMoreThanTheQuota(long seed) {
        var random = new Random(seed);
        Algorithm algorithm = seed % 2 == 0 ? new ExactLog() : new SubWindows();
        Limit limit = Limit.of("random", 1 + random.nextInt(12), Duration.ofMillis(20 + random.nextInt(40)))
                .with(algorithm);
        var history = new History(Limits.key(), limit);
        for (int step = 0; step < 120; step++) {
            pass(Duration.ofMillis(random.nextInt(6)));
            int cost = random.nextInt(5) == 0 ? random.nextInt(limit.quota() + 1) : 1;
            history.add(limiter().acquire(List.of(history.demand(cost))));
        }
        history.demandThatNoWindowHasMoreThanTheQuota();
    }
}
