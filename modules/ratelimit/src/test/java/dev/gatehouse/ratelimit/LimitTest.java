package dev.gatehouse.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LimitTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void isExactUpTo256() {
        assertThat(Limit.of("any", 256, MINUTE).algorithm()).isEqualTo(new Algorithm.ExactLog());
        assertThat(Limit.of("any", 257, MINUTE).algorithm()).isEqualTo(new Algorithm.SubWindows());
        assertThat(Limit.of("any", 257, MINUTE).withQuota(1).algorithm()).isEqualTo(new Algorithm.ExactLog());
    }

    @Test
    void whatNoLimiterCanKeepIsRefused() {
        List<Runnable> wrong = List.of(
                () -> Limit.of("Any", 1, MINUTE),
                () -> Limit.of("any\"", 1, MINUTE),
                () -> Limit.of("any", 0, MINUTE),
                () -> Limit.of("any", Limit.MOST + 1, MINUTE),
                () -> Limit.of("any", 1, Duration.ofMillis(9)),
                () -> Limit.of("any", 1, Duration.ofDays(367)),
                () -> Limit.of("any", 1, Duration.ofNanos(20_000_001)),
                () -> Limit.of("any", 257, MINUTE).with(new Algorithm.ExactLog()),
                () -> Limit.of("any", 1, MINUTE).with(new Algorithm.Spacing(2)),
                () -> new Algorithm.Spacing(0),
                () -> new Demand(Limits.key(), Limits.limit(1), -1),
                () -> new Penalty(MINUTE, Duration.ofSeconds(1), MINUTE),
                () -> new Penalty(Duration.ZERO, MINUTE, MINUTE));
        wrong.forEach(attempt -> assertThatIllegalArgumentException().isThrownBy(attempt::run));
    }

    @ParameterizedTest
    @CsvSource({"1, 60", "2, 120", "3, 240", "6, 1920", "7, 3600", "32, 3600"})
    void aLadderDoublesUpToItsEnd(int strike, long seconds) {
        var penalty = new Penalty(MINUTE, Duration.ofHours(1), Duration.ofHours(1));
        assertThat(penalty.block(strike)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
