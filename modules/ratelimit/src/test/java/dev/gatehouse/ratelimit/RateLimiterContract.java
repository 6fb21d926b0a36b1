package dev.gatehouse.ratelimit;

import static dev.gatehouse.ratelimit.Limits.HOUR;
import static dev.gatehouse.ratelimit.Limits.key;
import static dev.gatehouse.ratelimit.Limits.left;
import static dev.gatehouse.ratelimit.Limits.limit;
import static dev.gatehouse.ratelimit.Limits.miss;
import static dev.gatehouse.ratelimit.Limits.one;
import static dev.gatehouse.ratelimit.Limits.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every limiter promises of windows. The others come with it. */
public interface RateLimiterContract extends AlgorithmsContract, BlocksContract, WindowsContract {

    @Test
    default void aLimitGivesItsQuotaAndNoMore() {
        LimitKey key = key();
        for (int left = 2; left >= 0; left--) {
            Verdict verdict = take(limiter(), one(key, 3)).verdicts().getFirst();
            assertThat(verdict.hasRoom()).isTrue();
            assertThat(verdict.remaining()).isEqualTo(left);
            assertThat(verdict.retryAfter()).isZero();
        }
        Verdict verdict = miss(limiter(), one(key, 3)).verdicts().getFirst();
        assertThat(verdict.hasRoom()).isFalse();
        assertThat(verdict.remaining()).isZero();
    }

    @Test
    default void aRefusalSaysToTheMillisecondWhenThereIsRoomAgainAndWhenAllOfItIs() {
        LimitKey key = key();
        Instant first = taken(key, 3);
        taken(key, 3);
        Instant last = taken(key, 3);
        Verdict verdict = miss(limiter(), one(key, 3)).verdicts().getFirst();
        Instant decided = Instant.ofEpochMilli(verdict.at().toEpochMilli());
        assertThat(verdict.retryAfter()).isEqualTo(Duration.between(decided, first.plus(HOUR)));
        assertThat(verdict.resetAfter()).isEqualTo(Duration.between(decided, last.plus(HOUR)));
        assertThat(verdict.resetAtSecond())
                .isEqualTo(Math.ceilDiv(last.plus(HOUR).toEpochMilli(), 1_000L));
    }

    private Instant taken(LimitKey key, int quota) {
        Receipt receipt = take(limiter(), one(key, quota)).receipts().getFirst();
        pass(Duration.ofMillis(3));
        return receipt.at();
    }

    @Test
    default void aRefusalIsNotCounted() {
        LimitKey key = key();
        var brief = Limit.of("brief", 1, Duration.ofMillis(200));
        Instant taken =
                take(limiter(), Demand.one(key, brief)).receipts().getFirst().at();
        List<Receipt> again;
        do {
            // An eager client: were its refusals counted, it would be refused for ever.
            pass(Duration.ofMillis(7));
            again = receipts(limiter().acquire(List.of(Demand.one(key, brief))));
        } while (again.isEmpty());
        assertThat(Duration.between(taken, again.getFirst().at()))
                .isBetween(Duration.ofMillis(200), Duration.ofSeconds(2));
    }

    private static List<Receipt> receipts(Decision decision) {
        return decision instanceof Decision.Admitted admitted ? admitted.receipts() : List.of();
    }

    @Test
    default void severalLimitsAreTakenFromTogetherOrNotAtAll() {
        LimitKey narrow = key();
        LimitKey wide = key();
        take(limiter(), one(narrow, 1), one(wide, 10));
        Decision.Denied denied = miss(limiter(), one(wide, 10), one(narrow, 1));
        assertThat(denied.verdicts()).extracting(Verdict::hasRoom).containsExactly(true, false);
        assertThat(denied.verdicts()).extracting(Verdict::remaining).containsExactly(9, 0);
        assertThat(denied.closest()).map(Verdict::demand).contains(one(narrow, 1));
        assertThat(left(limiter(), wide, limit(10))).isEqualTo(9);
    }

    @Test
    default void receiptsAreForWhatWasTakenInTheOrderOfTheDemands() {
        Demand first = one(key(), 3);
        Demand look = Demand.look(key(), limit(3));
        Demand last = new Demand(key(), limit(5), 2);
        assertThat(take(limiter(), first, look, last).receipts())
                .extracting(Receipt::demand)
                .containsExactly(first, last);
    }

    @Test
    default void aLimitInShadowModeCountsButRefusesNothing() {
        LimitKey shadowed = key();
        LimitKey enforced = key();
        Limit shadow = limit(1).with(Limit.Mode.SHADOW);
        take(limiter(), Demand.one(shadowed, shadow), one(enforced, 3));
        Decision.Admitted admitted = take(limiter(), Demand.one(shadowed, shadow), one(enforced, 3));
        assertThat(admitted.verdicts()).extracting(Verdict::hasRoom).containsExactly(false, true);
        assertThat(admitted.receipts()).hasSize(1);
        assertThat(admitted.closest()).map(Verdict::limit).contains(limit(3));
        assertThat(left(limiter(), enforced, limit(3))).isEqualTo(1);
    }

    @Test
    default void aLookTakesNothing() {
        LimitKey key = key();
        assertThat(left(limiter(), key, limit(2))).isEqualTo(2);
        take(limiter(), one(key, 2));
        assertThat(left(limiter(), key, limit(2))).isEqualTo(1);
        assertThat(left(limiter(), key, limit(2))).isEqualTo(1);
        take(limiter(), one(key, 2));
        assertThat(left(limiter(), key, limit(2))).isZero();
    }

    @Test
    default void anUntouchedKeyHasNothingToReset() {
        Verdict verdict =
                take(limiter(), Demand.look(key(), limit(2))).verdicts().getFirst();
        assertThat(verdict.resetAfter()).isZero();
    }

    @Test
    default void aCostIsTakenWholeOrNotAtAll() {
        LimitKey key = key();
        take(limiter(), new Demand(key, limit(10), 7));
        assertThat(miss(limiter(), new Demand(key, limit(10), 4))
                        .verdicts()
                        .getFirst()
                        .remaining())
                .isEqualTo(3);
        take(limiter(), new Demand(key, limit(10), 2));
        take(limiter(), one(key, 10));
        miss(limiter(), one(key, 10));
    }

    @Test
    default void unitsBeforeACostKeepTheirTimes() {
        LimitKey key = key();
        Instant first = taken(key, 10);
        Instant second = taken(key, 10);
        take(limiter(), new Demand(key, limit(10), 8));
        Verdict one = miss(limiter(), one(key, 10)).verdicts().getFirst();
        Verdict two = miss(limiter(), new Demand(key, limit(10), 2)).verdicts().getFirst();
        assertThat(millis(one).plus(one.retryAfter())).isEqualTo(first.plus(HOUR));
        assertThat(millis(two).plus(two.retryAfter())).isEqualTo(second.plus(HOUR));
    }

    private static Instant millis(Verdict verdict) {
        return Instant.ofEpochMilli(verdict.at().toEpochMilli());
    }

    @Test
    default void moreThanThereEverIsIsRefusedForEver() {
        Verdict verdict =
                miss(limiter(), new Demand(key(), limit(10), 11)).verdicts().getFirst();
        assertThat(verdict.retryAfter()).isEqualTo(Verdict.NEVER);
        assertThat(verdict.remaining()).isEqualTo(10);
    }

    @Test
    default void aRefundIsAsIfTheUnitHadNeverBeen() {
        LimitKey key = key();
        Receipt first = take(limiter(), one(key, 2)).receipts().getFirst();
        pass(Duration.ofMillis(3));
        Instant second = taken(key, 2);
        limiter().refund(List.of(first));
        assertThat(left(limiter(), key, limit(2))).isEqualTo(1);
        take(limiter(), one(key, 2));
        Verdict verdict = miss(limiter(), one(key, 2)).verdicts().getFirst();
        assertThat(millis(verdict).plus(verdict.retryAfter())).isEqualTo(second.plus(HOUR));
    }

    @Test
    default void aRefundGivesTheWholeCostBackOfEveryReceipt() {
        Demand costly = new Demand(key(), limit(10), 7);
        Demand cheap = one(key(), 10);
        limiter().refund(take(limiter(), costly, cheap).receipts());
        assertThat(left(limiter(), costly.key(), costly.limit())).isEqualTo(10);
        assertThat(left(limiter(), cheap.key(), cheap.limit())).isEqualTo(10);
    }

    @Test
    default void aRefundOfWhatIsGoneDoesNothing() {
        LimitKey key = key();
        Receipt receipt = take(limiter(), one(key, 2)).receipts().getFirst();
        limiter().reset(key);
        pass(Duration.ofMillis(3));
        take(limiter(), one(key, 2));
        limiter().refund(List.of(receipt));
        limiter().refund(List.of());
        assertThat(left(limiter(), key, limit(2))).isEqualTo(1);
    }

    @Test
    default void aResetForgetsOneKey() {
        LimitKey key = key();
        LimitKey sameSubject = new LimitKey(key.subject(), "elsewhere");
        take(limiter(), one(key, 1), one(sameSubject, 1));
        limiter().reset(key);
        limiter().reset(key);
        take(limiter(), one(key, 1));
        miss(limiter(), one(sameSubject, 1));
    }

    @Test
    default void anotherQuotaHoldsAtOnceOverWhatWasCounted() {
        LimitKey key = key();
        IntStream.range(0, 5).forEach(i -> take(limiter(), one(key, 5)));
        assertThat(take(limiter(), one(key, 50)).verdicts().getFirst().remaining())
                .isEqualTo(44);
        assertThat(miss(limiter(), one(key, 3)).verdicts().getFirst().remaining())
                .isZero();
        miss(limiter(), Demand.look(key, limit(3)));
    }

    @Test
    default void parallelCallersGetTheQuotaAndEachOfThemANumberOfItsOwn() {
        LimitKey key = key();
        var answers = new ArrayList<CompletableFuture<Decision>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                answers.add(CompletableFuture.supplyAsync(() -> limiter().acquire(List.of(one(key, 100))), threads));
            }
        }
        List<Decision> decisions = answers.stream().map(CompletableFuture::join).toList();
        assertThat(decisions).filteredOn(Decision.Denied.class::isInstance).hasSize(100);
        assertThat(decisions)
                .filteredOn(Decision.Admitted.class::isInstance)
                .extracting(decision -> decision.verdicts().getFirst().remaining())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 100).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "{}", "}", ":", "a:b", "a%3Ab", "\0", "a\r\nDEL x", "ünï", "%", "*", "\uD800"})
    default void whateverASubjectIsCalledItIsCountedByItself(String id) {
        String ownId = id + Limits.subject().id();
        LimitKey key = key(new Subject("thing", ownId));
        take(limiter(), one(key, 1));
        miss(limiter(), one(key, 1));
        take(limiter(), one(key(new Subject("other", ownId)), 1));
        take(limiter(), one(new LimitKey(key.subject(), key.endpoint() + ":x"), 1));
        take(limiter(), one(key(new Subject("thing", ownId + id)), 1));
    }

    @Test
    default void twoDemandsOfOneKeyAreRefused() {
        LimitKey key = key();
        assertThatThrownBy(() -> limiter().acquire(List.of(one(key, 1), one(key, 2))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limiter().acquire(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
