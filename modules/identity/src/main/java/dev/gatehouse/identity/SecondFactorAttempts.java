package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.identity.model.Caller;
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
import org.jspecify.annotations.Nullable;

/**
 * The tries at second factors, which are counted before anything is compared and given back when they were right: so many
 * at one place, be it a challenge or a session, and so many a day for a user, whatever the number of places.
 */
public final class SecondFactorAttempts {

    /** Wrong ones at one place while a challenge lives, as there may be of any one-time code. */
    static final int TRIES = 5;

    /** Wrong ones of a user within a day. */
    static final int DAILY_TRIES = 20;

    /**
     * What is tried.
     *
     * @param user whose second factor
     * @param actor null for somebody who has yet to show that they are that user
     * @param place at which tries are counted together
     */
    record Attempt(Action action, UserId user, @Nullable UUID actor, UUID place) {

        /** The second half of a log-in. */
        static Attempt at(LoginChallenge challenge) {
            return new Attempt(Action.SECOND_FACTOR_VERIFY, challenge.user(), null, challenge.nonce());
        }

        /** What somebody does in a session. */
        static Attempt in(Caller caller, Action action) {
            return new Attempt(
                    action,
                    caller.user(),
                    caller.user().value(),
                    caller.session().value());
        }

        Fact denied(String reason) {
            return Fact.denied(action, reason).by(actor).on(user.value());
        }
    }

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
    private static final String DAY = "day";

    private final RateLimiter limiter;
    private final AuditLog audit;
    private final Limit tries = Limit.of("second-factor-tries", TRIES, LoginChallenge.LIFE);
    private final Limit dailyTries = Limit.of("second-factor-day", DAILY_TRIES, Duration.ofDays(1));

    /**
     * @param limiter one that remembers no refusal, since an attempt may be given back at any time
     */
    public SecondFactorAttempts(RateLimiter limiter, AuditLog audit) {
        this.limiter = limiter;
        this.audit = audit;
    }

    /**
     * Takes an attempt, and then tries; one round trip, and one more unless it was wrong. Without the shared limiter each
     * instance counts for itself. What came to no end is not wrong.
     *
     * @param isWrong what stays counted
     */
    <T> Outcome<T> look(Attempt attempt, Supplier<T> trying, Predicate<T> isWrong) {
        var atPlace = demand(attempt.place().toString(), "tries", tries);
        var today = demand(attempt.user().toString(), DAY, dailyTries);
        return switch (limiter.acquire(List.of(atPlace, today))) {
            case Decision.Admitted admitted ->
                new Outcome.LookedAt<>(counted(attempt, trying, isWrong, admitted.receipts()));
            case Decision.Denied denied -> {
                audit.record(attempt.denied(PasswordAudit.LOCKED));
                yield refused(denied);
            }
            case Decision.Blocked blocked -> {
                audit.record(attempt.denied(PasswordAudit.LOCKED));
                yield new Outcome.DayUsedUp<>(blocked.standing().blockedFor());
            }
        };
    }

    /**
     * Forgets the wrong ones of a user's day; one round trip.
     *
     * @throws RateLimiterUnavailable when some may still be remembered
     */
    void unlock(UserId user) {
        limiter.reset(new LimitKey(new Subject(KIND, user.toString()), DAY));
    }

    /** How many wrong ones the day still has for a user; one round trip. */
    int left(UserId user) {
        Demand look = Demand.look(new LimitKey(new Subject(KIND, user.toString()), DAY), dailyTries);
        return limiter.acquire(List.of(look)).verdicts().stream()
                .mapToInt(Verdict::remaining)
                .findFirst()
                .orElse(0);
    }

    private static Demand demand(String id, String endpoint, Limit limit) {
        return Demand.one(new LimitKey(new Subject(KIND, id), endpoint), limit);
    }

    private <T> T counted(Attempt attempt, Supplier<T> trying, Predicate<T> isWrong, List<Receipt> receipts) {
        boolean wrong = false;
        try {
            T value = trying.get();
            wrong = isWrong.test(value);
            return value;
        } finally {
            if (wrong) {
                audit.record(attempt.denied("wrong-code"));
            } else {
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
