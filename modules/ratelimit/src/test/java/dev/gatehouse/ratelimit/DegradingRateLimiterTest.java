package dev.gatehouse.ratelimit;

import static dev.gatehouse.ratelimit.Limits.key;
import static dev.gatehouse.ratelimit.Limits.left;
import static dev.gatehouse.ratelimit.Limits.limit;
import static dev.gatehouse.ratelimit.Limits.miss;
import static dev.gatehouse.ratelimit.Limits.one;
import static dev.gatehouse.ratelimit.Limits.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DegradingRateLimiterTest implements RateLimiterContract {

    private final TestClock clock = new TestClock();
    private final RateLimiter behind = new LocalRateLimiter(clock, 1_000);
    private final FaultyRateLimiter shared = new FaultyRateLimiter(behind);
    private final RateLimiter local = new LocalRateLimiter(clock, 1_000);
    private final RateLimiter limiter = new DegradingRateLimiter(shared, local);
    private final LimitKey key = key();

    @Override
    public RateLimiter limiter() {
        // In the contract there is nobody else: what is given back to either is given back.
        return new DegradingRateLimiter(shared, behind);
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Test
    void eachInstanceCountsForItselfWhileTheSharedLimiterIsAway() {
        take(limiter, one(key, 2));
        shared.failing(true);
        take(limiter, one(key, 2));
        Decision.Admitted last = take(limiter, one(key, 2));
        assertThat(last.verdicts()).extracting(Verdict::reach).containsExactly(Verdict.Reach.INSTANCE);
        miss(limiter, one(key, 2));
        limiter.refund(last.receipts());
        take(limiter, one(key, 2));
    }

    @Test
    void whatWasCountedHereMeanwhileDoesNotCountThereLater() {
        shared.failing(true);
        take(limiter, one(key, 2));
        shared.failing(false);
        assertThat(left(limiter, key, limit(2))).isEqualTo(2);
    }

    @Test
    void anOpenLimitIsLetGo() {
        shared.failing(true);
        Demand open = Demand.one(key, limit(1).with(Outage.OPEN));
        assertThat(take(limiter, open).verdicts()).isEmpty();
        take(limiter, open);
        LimitKey other = key();
        take(limiter, open, one(other, 1));
        miss(limiter, open, one(other, 1));
    }

    @Test
    void aClosedLimitRefuses() {
        shared.failing(true);
        Demand closed = Demand.one(key, limit(1).with(Outage.CLOSED));
        LimitKey other = key();
        assertThatExceptionOfType(RateLimiterUnavailable.class)
                .isThrownBy(() -> limiter.acquire(List.of(one(other, 1), closed)));
        assertThat(left(local, other, limit(1))).isEqualTo(1);
        take(limiter, Demand.one(key, closed.limit().with(Limit.Mode.SHADOW)));
    }

    @Test
    void aRefundForTheSharedLimiterIsLostWhileItIsAway() {
        Decision.Admitted taken = take(limiter, one(key, 2));
        List<Receipt> receipts = taken.receipts().stream()
                .map(receipt -> new Receipt(receipt.demand(), receipt.at(), Verdict.Reach.SHARED))
                .toList();
        shared.failing(true);
        limiter.refund(receipts);
        shared.failing(false);
        assertThat(left(limiter, key, limit(2))).isEqualTo(1);
        limiter.refund(receipts);
        assertThat(left(limiter, key, limit(2))).isEqualTo(2);
    }

    @Test
    void aRefundGoesToWhoeverGaveTheReceipt() {
        Decision.Admitted taken = take(behind, one(key, 2));
        limiter.refund(
                List.of(new Receipt(one(key, 2), taken.receipts().getFirst().at(), Verdict.Reach.INSTANCE)));
        assertThat(left(limiter, key, limit(2))).isEqualTo(1);
    }

    @Test
    void whoIsBlockedIsNotKnownWhileTheSharedLimiterIsAway() {
        shared.failing(true);
        assertThatExceptionOfType(RateLimiterUnavailable.class)
                .isThrownBy(() -> limiter.block(key.subject(), Duration.ofMinutes(1)));
        assertThatExceptionOfType(RateLimiterUnavailable.class).isThrownBy(() -> limiter.standing(key.subject()));
        assertThatExceptionOfType(RateLimiterUnavailable.class).isThrownBy(() -> limiter.pardon(key.subject()));
        assertThatExceptionOfType(RateLimiterUnavailable.class).isThrownBy(() -> limiter.reset(key));
    }
}
