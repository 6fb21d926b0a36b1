package dev.gatehouse.ratelimit;

import static dev.gatehouse.ratelimit.Limits.key;
import static dev.gatehouse.ratelimit.Limits.limit;
import static dev.gatehouse.ratelimit.Limits.miss;
import static dev.gatehouse.ratelimit.Limits.one;
import static dev.gatehouse.ratelimit.Limits.take;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RememberingRateLimiterTest implements RateLimiterContract {

    private static final Duration TRUST = Duration.ofMinutes(1);

    private final TestClock clock = new TestClock();
    private final FaultyRateLimiter behind = new FaultyRateLimiter(new LocalRateLimiter(clock, 1_000));
    private final RateLimiter limiter = new RememberingRateLimiter(behind, clock, TRUST, 2);
    private final LimitKey key = key();

    @Override
    public RateLimiter limiter() {
        return limiter;
    }

    @Override
    public void pass(Duration time) {
        clock.advance(time);
    }

    private Standing refused(LimitKey who) {
        Decision decision = limiter.acquire(List.of(one(who, 5)));
        assertThat(decision).isInstanceOf(Decision.Blocked.class);
        return ((Decision.Blocked) decision).standing();
    }

    @Test
    void whoeverIsBlockedCostsNoCall() {
        behind.block(key.subject(), Duration.ofSeconds(30));
        refused(key);
        int calls = behind.calls();
        clock.advance(Duration.ofSeconds(10));
        assertThat(refused(key).blockedFor()).isEqualTo(Duration.ofSeconds(20));
        assertThat(behind.calls()).isEqualTo(calls);
    }

    @Test
    void whoeverEarnedABlockIsBlockedWithoutAnotherCall() {
        Demand demand = Demand.one(key, limit(1).with(new Penalty(TRUST, TRUST, TRUST)));
        take(limiter, demand);
        miss(limiter, demand);
        int calls = behind.calls();
        assertThat(refused(key).strikes()).isEqualTo(1);
        assertThat(behind.calls()).isEqualTo(calls);
    }

    @Test
    void aBlockIsForgottenWhenItIsOver() {
        behind.block(key.subject(), Duration.ofSeconds(30));
        refused(key);
        clock.advance(Duration.ofSeconds(30));
        take(limiter, one(key, 5));
    }

    @Test
    void aPardonIsHeardOfAtOnceHereAndSoonElsewhere() {
        var elsewhere = new RememberingRateLimiter(behind, clock, TRUST, 2);
        behind.block(key.subject(), Duration.ofHours(1));
        refused(key);
        elsewhere.acquire(List.of(one(key, 5)));
        limiter.pardon(key.subject());
        take(limiter, one(key, 5));
        assertThat(elsewhere.acquire(List.of(one(key, 5)))).isInstanceOf(Decision.Blocked.class);
        clock.advance(TRUST);
        take(elsewhere, one(key, 5));
    }

    @Test
    void itRemembersNoMoreThanItHasPlaceFor() {
        List<LimitKey> keys = List.of(key(), key(), key());
        keys.forEach(one -> behind.block(one.subject(), Duration.ofHours(1)));
        keys.forEach(this::refused);
        int calls = behind.calls();
        keys.forEach(this::refused);
        assertThat(behind.calls()).isEqualTo(calls + 1);
        clock.advance(TRUST);
        keys.reversed().forEach(this::refused);
        assertThat(behind.calls()).isEqualTo(calls + 4);
    }

    @Test
    void aLimitThatHasNoRoomIsNotAskedAgainBeforeItHas() {
        var brief = Limit.of("brief", 1, Duration.ofSeconds(30));
        take(limiter, Demand.one(key, brief));
        clock.advance(Duration.ofSeconds(5));
        miss(limiter, Demand.one(key, brief), one(key(), 5));
        int calls = behind.calls();
        clock.advance(Duration.ofSeconds(5));
        Verdict recalled =
                miss(limiter, one(key(), 5), Demand.one(key, brief)).verdicts().getFirst();
        assertThat(recalled.retryAfter()).isEqualTo(Duration.ofSeconds(20));
        assertThat(recalled.resetAfter()).isEqualTo(Duration.ofSeconds(20));
        assertThat(recalled.at()).isEqualTo(clock.instant());
        assertThat(behind.calls()).isEqualTo(calls);
        clock.advance(Duration.ofSeconds(20));
        take(limiter, Demand.one(key, brief));
    }

    @Test
    void anotherQuotaIsAskedAtOnce() {
        take(limiter, one(key, 1));
        miss(limiter, one(key, 1));
        take(limiter, one(key, 2));
    }

    @Test
    void whatIsGivenBackOrResetHasRoomAtOnce() {
        Decision.Admitted taken = take(limiter, one(key, 1));
        miss(limiter, one(key, 1));
        limiter.refund(taken.receipts());
        take(limiter, one(key, 1));
        miss(limiter, one(key, 1));
        limiter.reset(key);
        take(limiter, one(key, 1));
    }

    @Test
    void aLookIsAlwaysAsked() {
        take(limiter, one(key, 1));
        miss(limiter, one(key, 1));
        int calls = behind.calls();
        Limits.left(limiter, key, limit(1));
        assertThat(behind.calls()).isEqualTo(calls + 1);
    }
}
