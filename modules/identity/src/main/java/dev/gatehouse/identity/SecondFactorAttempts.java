package dev.gatehouse.identity;

import dev.gatehouse.identity.model.LoginChallenge;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.ratelimit.Decision;
import dev.gatehouse.ratelimit.Demand;
import dev.gatehouse.ratelimit.Limit;
import dev.gatehouse.ratelimit.LimitKey;
import dev.gatehouse.ratelimit.RateLimiter;
import dev.gatehouse.ratelimit.RateLimiterUnavailable;
import dev.gatehouse.ratelimit.Receipt;
import dev.gatehouse.ratelimit.Subject;
import dev.gatehouse.ratelimit.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The tries at second factors, which are counted before anything is compared and given back when they were right: so many
 * at one place, be it a challenge or a session, and so many a day for a user, whatever the number of places.
 */
public final class SecondFactorAttempts {

    /** Wrong ones at one place while a challenge lives, as there may be of any one-time code. */
    static final int TRIES = 5;

    /** Wrong ones of a user within a day. */
    static final int DAILY_TRIES = 20;

    /** What became of a try. */
    sealed interface Outcome<T> {
        /** It was looked at, be it right or wrong. */
        record LookedAt<T>(T value) implements Outcome<T> {}

        /** Nothing was looked at: there were too many wrong ones at this place. */
        record PlaceUsedUp<T>(Duration retryAfter) implements Outcome<T> {}

        /** Nothing was looked at: there were too many wrong ones of this user today. */
        record DayUsedUp<T>(Duration retryAfter) implements Outcome<T> {}
    }

    private static final String KIND = "second-factor";

    private final RateLimiter limiter;
    private final Limit tries = Limit.of("second-factor-tries", TRIES, LoginChallenge.LIFE);
    private final Limit dailyTries = Limit.of("second-factor-day", DAILY_TRIES, Duration.ofDays(1));

    /**
     * @param limiter one that remembers no refusal, since an attempt may be given back at any time
     */
    public SecondFactorAttempts(RateLimiter limiter) {
        this.limiter = limiter;
    }

    /**
     * Takes an attempt, and then tries; one round trip, and one more unless it was wrong. Without the shared limiter each
     * instance counts for itself. What came to no end is not wrong.
     *
     * @param place what the try is at
     * @param isWrong what stays counted
     */
    <T> Outcome<T> attempt(UserId user, UUID place, Supplier<T> trying, Predicate<T> isWrong) {
        var atPlace = new Demand(new LimitKey(new Subject(KIND, place.toString()), "tries"), tries, 1);
        var today = new Demand(new LimitKey(new Subject(KIND, user.toString()), "day"), dailyTries, 1);
        return switch (limiter.acquire(List.of(atPlace, today))) {
            case Decision.Admitted admitted -> new Outcome.LookedAt<>(counted(trying, isWrong, admitted.receipts()));
            case Decision.Denied denied -> refused(denied);
            case Decision.Blocked blocked ->
                new Outcome.DayUsedUp<>(blocked.standing().blockedFor());
        };
    }

    private <T> T counted(Supplier<T> trying, Predicate<T> isWrong, List<Receipt> receipts) {
        boolean wrong = false;
        try {
            T value = trying.get();
            wrong = isWrong.test(value);
            return value;
        } finally {
            if (!wrong) {
                giveBack(receipts);
            }
        }
    }

    private <T> Outcome<T> refused(Decision.Denied denied) {
        return denied.verdicts().stream()
                .filter(verdict -> verdict.limit().equals(dailyTries) && !verdict.hasRoom())
                .<Outcome<T>>map(today -> new Outcome.DayUsedUp<>(today.retryAfter()))
                .findFirst()
                .orElseGet(() -> new Outcome.PlaceUsedUp<>(
                        denied.closest().map(Verdict::retryAfter).orElseThrow()));
    }

    private void giveBack(List<Receipt> receipts) {
        try {
            limiter.refund(receipts);
        } catch (RateLimiterUnavailable lost) {
            // They run out by themselves.
        }
    }
}
