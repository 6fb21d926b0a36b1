package dev.gatehouse.ratelimit;

import static dev.gatehouse.ratelimit.Limits.key;
import static dev.gatehouse.ratelimit.Limits.left;
import static dev.gatehouse.ratelimit.Limits.limit;
import static dev.gatehouse.ratelimit.Limits.miss;
import static dev.gatehouse.ratelimit.Limits.one;
import static dev.gatehouse.ratelimit.Limits.take;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every limiter promises of blocks, strikes and pardons. */
interface BlocksContract {

    /** The limiter under test, the same in the whole of a test. */
    RateLimiter limiter();

    /** Lets a short time pass by the limiter's clock, or a little more. */
    void pass(Duration time);

    Duration BASE = Duration.ofMillis(60);
    Duration MAX = Duration.ofMinutes(1);
    Penalty LADDER = new Penalty(BASE, MAX, Duration.ofHours(1));

    private Standing refused(Demand demand) {
        Decision decision = limiter().acquire(List.of(demand));
        assertThat(decision).isInstanceOf(Decision.Blocked.class);
        return ((Decision.Blocked) decision).standing();
    }

    private Standing struck(Demand demand) {
        Standing standing = miss(limiter(), demand).struck().getFirst();
        while (limiter().standing(standing.subject()).isBlocked()) {
            pass(Duration.ofMillis(5));
        }
        return standing;
    }

    @Test
    default void aBlockRefusesEverythingToItsSubject() {
        LimitKey key = key();
        limiter().block(key.subject(), Duration.ofMinutes(10));
        Standing standing = refused(one(key, 5));
        assertThat(standing.subject()).isEqualTo(key.subject());
        assertThat(standing.blockedFor()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
        LimitKey elsewhere = new LimitKey(key.subject(), "elsewhere");
        LimitKey ofOthers = key();
        assertThat(limiter().acquire(List.of(one(ofOthers, 5), one(elsewhere, 5))))
                .isInstanceOf(Decision.Blocked.class);
        assertThat(left(limiter(), ofOthers, limit(5))).isEqualTo(5);
        assertThat(left(limiter(), key, limit(5))).isEqualTo(5);
    }

    @Test
    default void aBlockReplacesTheOneBeforeAndEndsByItself() {
        LimitKey key = key();
        limiter().block(key.subject(), Duration.ofMinutes(10));
        limiter().block(key.subject(), Duration.ofMillis(60));
        while (limiter().standing(key.subject()).isBlocked()) {
            pass(Duration.ofMillis(5));
        }
        take(limiter(), one(key, 1));
    }

    @Test
    default void aPardonEndsABlockAndForgetsTheStrikes() {
        LimitKey key = key();
        Demand demand = Demand.one(key, limit(1).with(LADDER));
        take(limiter(), demand);
        struck(demand);
        limiter().block(key.subject(), Duration.ofMinutes(10));
        limiter().pardon(key.subject());
        limiter().pardon(key.subject());
        assertThat(limiter().standing(key.subject()).isClean()).isTrue();
        assertThat(miss(limiter(), demand).struck())
                .extracting(Standing::strikes)
                .containsExactly(1);
    }

    @Test
    default void whoGoesOnIsBlockedForTwiceAsLongEachTime() {
        LimitKey key = key();
        Demand demand = Demand.one(key, limit(1).with(LADDER));
        take(limiter(), demand);
        assertThat(struck(demand)).isEqualTo(new Standing(key.subject(), 1, BASE));
        assertThat(struck(demand)).isEqualTo(new Standing(key.subject(), 2, BASE.multipliedBy(2)));
        Decision.Denied third = miss(limiter(), demand);
        assertThat(third.struck()).containsExactly(new Standing(key.subject(), 3, BASE.multipliedBy(4)));
        assertThat(refused(demand).strikes()).isEqualTo(3);
        assertThat(limiter().standing(key.subject()).strikes()).isEqualTo(3);
    }

    @Test
    default void aRefusalWhileBlockedIsNoStrike() {
        LimitKey key = key();
        Demand demand = Demand.one(key, limit(1).with(new Penalty(MAX, MAX, MAX)));
        take(limiter(), demand);
        miss(limiter(), demand);
        refused(demand);
        refused(demand);
        assertThat(limiter().standing(key.subject()).strikes()).isEqualTo(1);
    }

    @Test
    default void aPenaltyHasALongestBlock() {
        LimitKey key = key();
        Duration most = BASE.multipliedBy(3).dividedBy(2);
        Demand demand = Demand.one(key, limit(1).with(new Penalty(BASE, most, MAX)));
        take(limiter(), demand);
        struck(demand);
        assertThat(struck(demand).blockedFor()).isEqualTo(most);
        assertThat(struck(demand).blockedFor()).isEqualTo(most);
    }

    @Test
    default void aRefusalWithAPenaltySaysWhenTheBlockIsOver() {
        LimitKey key = key();
        Demand demand =
                Demand.one(key, Limit.of("short", 1, Duration.ofSeconds(30)).with(new Penalty(MAX, MAX, MAX)));
        take(limiter(), demand);
        assertThat(miss(limiter(), demand).verdicts().getFirst().retryAfter()).isEqualTo(MAX);
    }

    @Test
    default void strikesDecayOneByOne() {
        LimitKey key = key();
        Duration decay = Duration.ofMillis(400);
        Demand demand = Demand.one(key, limit(1).with(new Penalty(Duration.ofMillis(1), MAX, decay)));
        take(limiter(), demand);
        struck(demand);
        struck(demand);
        assertThat(struck(demand).strikes()).isBetween(2, 3);
        while (!limiter().standing(key.subject()).isClean()) {
            pass(Duration.ofMillis(50));
        }
        assertThat(miss(limiter(), demand).struck())
                .extracting(Standing::strikes)
                .containsExactly(1);
    }

    @Test
    default void severalLimitsOfOneSubjectGiveOneStrike() {
        LimitKey key = key();
        Demand one = Demand.one(key, limit(1).with(LADDER));
        Demand other = Demand.one(new LimitKey(key.subject(), "elsewhere"), limit(1).with(LADDER));
        take(limiter(), one, other);
        assertThat(miss(limiter(), one, other).struck())
                .extracting(Standing::strikes)
                .containsExactly(1);
    }

    @Test
    default void neitherALookNorALimitInShadowModeIsAStrike() {
        LimitKey key = key();
        Limit limit = limit(2).with(LADDER);
        take(limiter(), new Demand(key, limit, 2));
        limiter().acquire(List.of(Demand.look(key, limit(1).with(LADDER))));
        take(limiter(), Demand.one(key, limit.with(Limit.Mode.SHADOW)));
        assertThat(limiter().standing(key.subject()).isClean()).isTrue();
    }
}
