package dev.gatehouse.ratelimit;

import static dev.gatehouse.ratelimit.Limits.HOUR;
import static dev.gatehouse.ratelimit.Limits.key;
import static dev.gatehouse.ratelimit.Limits.left;
import static dev.gatehouse.ratelimit.Limits.limit;
import static dev.gatehouse.ratelimit.Limits.miss;
import static dev.gatehouse.ratelimit.Limits.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ratelimit.Algorithm.AlignedWindow;
import dev.gatehouse.ratelimit.Algorithm.ExactLog;
import dev.gatehouse.ratelimit.Algorithm.Spacing;
import dev.gatehouse.ratelimit.Algorithm.SubWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every limiter promises of the ways to count. */
interface AlgorithmsContract {

    /** The limiter under test, the same in the whole of a test. */
    RateLimiter limiter();

    /** Lets a short time pass by the limiter's clock, or a little more. */
    void pass(Duration time);

    @Test
    default void subWindowsGiveTheirQuotaAndNoMore() {
        LimitKey key = key();
        Limit limit = limit(1_000);
        assertThat(limit.algorithm()).isEqualTo(new SubWindows());
        take(limiter(), new Demand(key, limit, 998));
        take(limiter(), Demand.one(key, limit));
        assertThat(take(limiter(), Demand.one(key, limit)).verdicts().getFirst().remaining())
                .isZero();
        Verdict refused = miss(limiter(), Demand.one(key, limit)).verdicts().getFirst();
        // A 256th of six minutes is 1.4 seconds.
        assertThat(refused.retryAfter()).isBetween(HOUR.minusSeconds(60), HOUR.plusSeconds(2));
    }

    @Test
    default void subWindowsCountToAThousandMillion() {
        LimitKey key = key();
        Limit limit = limit(Limit.MOST);
        take(limiter(), new Demand(key, limit, Limit.MOST - 1));
        assertThat(left(limiter(), key, limit)).isEqualTo(1);
        take(limiter(), Demand.one(key, limit));
        miss(limiter(), Demand.one(key, limit));
    }

    @Test
    default void subWindowsGiveBackWhatIsRefunded() {
        LimitKey key = key();
        Limit limit = limit(1_000);
        take(limiter(), new Demand(key, limit, 400));
        Decision.Admitted second = take(limiter(), new Demand(key, limit, 500));
        limiter().refund(second.receipts());
        assertThat(left(limiter(), key, limit)).isEqualTo(600);
    }

    @Test
    default void aLogBecomesSubWindowsAndALogAgainWithoutForgetting() {
        LimitKey key = key();
        take(limiter(), new Demand(key, limit(100), 40));
        take(limiter(), Demand.one(key, limit(100)));
        assertThat(take(limiter(), new Demand(key, limit(1_000), 9))
                        .verdicts()
                        .getFirst()
                        .remaining())
                .isEqualTo(950);
        assertThat(take(limiter(), Demand.one(key, limit(100)))
                        .verdicts()
                        .getFirst()
                        .remaining())
                .isEqualTo(49);
        assertThat(take(limiter(), Demand.one(key, limit(70_000)))
                        .verdicts()
                        .getFirst()
                        .remaining())
                .isEqualTo(69_948);
    }

    @Test
    default void anotherWindowHoldsAtOnceOverWhatWasCounted() {
        LimitKey key = key();
        for (int quota : new int[] {100, 1_000}) {
            take(limiter(), new Demand(key, limit(quota), 30));
            Limit daily = Limit.of("daily", quota, Duration.ofDays(1));
            assertThat(left(limiter(), key, daily)).isEqualTo(quota - 30);
            take(limiter(), Demand.one(key, daily));
            assertThat(left(limiter(), key, limit(quota))).isEqualTo(quota - 31);
            limiter().reset(key);
        }
    }

    @Test
    default void anyAlgorithmMayFollowAnyOtherOnALiveKey() {
        LimitKey key = key();
        var algorithms = List.of(new ExactLog(), new SubWindows(), new Spacing(5), new AlignedWindow());
        for (Algorithm before : algorithms) {
            for (Algorithm after : algorithms) {
                take(limiter(), Demand.one(key, limit(50).with(before)));
                take(limiter(), new Demand(key, limit(50).with(before), 0));
                Decision.Admitted taken =
                        take(limiter(), new Demand(key, limit(60).with(after), 2));
                limiter().refund(taken.receipts());
                limiter().reset(key);
            }
        }
    }

    @Test
    default void spacingLetsOneThroughInEachInterval() {
        LimitKey key = key();
        Limit limit = Limit.of("mail", 60, HOUR).with(new Spacing(1));
        Verdict first = take(limiter(), Demand.one(key, limit)).verdicts().getFirst();
        assertThat(first.remaining()).isZero();
        Verdict second = miss(limiter(), Demand.one(key, limit)).verdicts().getFirst();
        Duration between = Duration.between(first.at(), second.at());
        assertThat(second.retryAfter())
                .isBetween(
                        Duration.ofMinutes(1).minus(between),
                        Duration.ofMinutes(1).minus(between).plusMillis(1));
        assertThat(second.resetAfter())
                .isBetween(
                        second.retryAfter().minusMillis(1), second.retryAfter().plusMillis(1));
    }

    @Test
    default void spacingAllowsABurstAfterARest() {
        LimitKey key = key();
        Limit limit = Limit.of("mail", 60, HOUR).with(new Spacing(3));
        assertThat(take(limiter(), new Demand(key, limit, 2))
                        .verdicts()
                        .getFirst()
                        .remaining())
                .isEqualTo(1);
        Decision.Admitted last = take(limiter(), Demand.one(key, limit));
        miss(limiter(), Demand.one(key, limit));
        assertThat(miss(limiter(), new Demand(key, limit, 4))
                        .verdicts()
                        .getFirst()
                        .retryAfter())
                .isEqualTo(Verdict.NEVER);
        limiter().refund(last.receipts());
        take(limiter(), Demand.one(key, limit));
    }

    @Test
    default void spacingHasRoomAgainAfterTheInterval() {
        LimitKey key = key();
        Limit limit = Limit.of("mail", 10, Duration.ofSeconds(2)).with(new Spacing(1));
        Instant first =
                take(limiter(), Demand.one(key, limit)).verdicts().getFirst().at();
        Decision decision;
        do {
            pass(Duration.ofMillis(5));
            decision = limiter().acquire(List.of(Demand.one(key, limit)));
        } while (decision instanceof Decision.Denied);
        assertThat(Duration.between(first, decision.verdicts().getFirst().at()))
                .isBetween(Duration.ofMillis(200), Duration.ofSeconds(2));
    }

    @Test
    default void whatIsNotCountedHasRoomUnlessItsSubjectIsBlocked() {
        LimitKey key = key();
        Demand demand = Demand.one(key, Limit.none("anything"));
        for (int i = 0; i < 3; i++) {
            Decision.Admitted admitted = take(limiter(), demand);
            assertThat(admitted.receipts()).isEmpty();
            assertThat(admitted.verdicts().getFirst().remaining()).isEqualTo(Limit.MOST);
            assertThat(admitted.closest()).isEmpty();
        }
        limiter().block(key.subject(), HOUR);
        assertThat(limiter().acquire(List.of(demand))).isInstanceOf(Decision.Blocked.class);
    }

    @Test
    default void alignedWindowsEndAtMultiplesOfTheirLength() {
        LimitKey key = key();
        Limit limit = Limit.of("daily", 2, Duration.ofDays(1)).with(new AlignedWindow());
        take(limiter(), Demand.one(key, limit));
        Decision.Admitted second = take(limiter(), Demand.one(key, limit));
        Verdict refused = miss(limiter(), Demand.one(key, limit)).verdicts().getFirst();
        assertThat(refused.resetAtSecond() % Duration.ofDays(1).toSeconds()).isZero();
        assertThat(refused.retryAfter()).isEqualTo(refused.resetAfter());
        limiter().refund(second.receipts());
        take(limiter(), Demand.one(key, limit));
    }

    @Test
    default void alignedWindowsBeginAnew() {
        LimitKey key = key();
        Limit limit = Limit.of("quick", 1, Duration.ofMillis(150)).with(new AlignedWindow());
        Decision decision;
        int taken = 0;
        long window = -1;
        for (int i = 0; i < 100; i++) {
            decision = limiter().acquire(List.of(Demand.one(key, limit)));
            long now = decision.verdicts().getFirst().at().toEpochMilli() / 150;
            assertThat(decision instanceof Decision.Admitted).isEqualTo(now > window);
            if (decision instanceof Decision.Admitted) {
                taken++;
                window = now;
            }
            pass(Duration.ofMillis(5));
        }
        assertThat(taken).isGreaterThan(2);
    }
}
