package dev.gatehouse.identity;

import dev.gatehouse.identity.model.AttemptState;
import dev.gatehouse.identity.model.AttemptState.Devices;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.LockoutPolicy;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.ratelimit.Decision;
import dev.gatehouse.ratelimit.Demand;
import dev.gatehouse.ratelimit.Limit;
import dev.gatehouse.ratelimit.LimitKey;
import dev.gatehouse.ratelimit.Penalty;
import dev.gatehouse.ratelimit.RateLimiter;
import dev.gatehouse.ratelimit.RateLimiterUnavailable;
import dev.gatehouse.ratelimit.Receipt;
import dev.gatehouse.ratelimit.Standing;
import dev.gatehouse.ratelimit.Subject;
import dev.gatehouse.ratelimit.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * The attempts at passwords that an account has, be there such an account or not: so many may fail within a time from
 * devices that have signed in to it before, and as many from all others, so that strangers use up nothing of an owner's.
 *
 * <p>An attempt is taken before the password is looked at, so that many at once are not more than may be, and given back
 * when it was the right one. Failures are counted beside: the last one that may be locks the account, for twice as long
 * each time. The limiter knows an account by an HMAC of its address alone.
 */
public final class LoginAttempts {

    /** Whose attempts. */
    enum Budget {
        KNOWN_DEVICES("login-known", Devices.KNOWN),
        OTHERS("login", Devices.OTHERS);

        private final String kind;
        private final Devices devices;

        Budget(String kind, Devices devices) {
            this.kind = kind;
            this.devices = devices;
        }
    }

    /** What became of the wish to try. */
    sealed interface Reservation {
        record Reserved(Receipt attempt) implements Reservation {

            private Subject account() {
                return attempt.demand().key().subject();
            }
        }

        record Locked(Duration retryAfter) implements Reservation {}
    }

    private static final String HMAC = "HmacSHA256";
    private static final int DIGEST = 16;

    /** Within this time the right password of one frees no attempt for another. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final int PATIENCE = 80;

    private final RateLimiter limiter;
    private final SecretKey key;
    private final Limit attempts;
    private final Limit atOnce;
    private final Limit failures;

    /**
     * @param limiter one that remembers no refusal, since an attempt may be given back at any time
     */
    public LoginAttempts(RateLimiter limiter, MasterKey key, LockoutPolicy policy) {
        this.limiter = limiter;
        this.key = key.derive("limits/login", HMAC);
        this.attempts = Limit.of("login-attempts", policy.threshold(), policy.window());
        this.atOnce = Limit.of("login-at-once", policy.threshold(), AT_ONCE);
        // The one too many is the one that locks.
        this.failures = Limit.of("login-failures", Math.max(1, policy.threshold() - 1), policy.window())
                .with(new Penalty(policy.window(), policy.longest(), LockoutPolicy.FORGOTTEN));
    }

    /**
     * Takes an attempt; one round trip. Without the shared limiter each instance counts for itself.
     *
     * <p>A known device waits, for two seconds at most, while attempts that are under way may yet be given back. Others
     * do not: of theirs no more are looked at within a second than may fail, whatever becomes of them.
     */
    Reservation reserve(EmailAddress email, Budget budget) {
        var account = new Subject(budget.kind, digest(email));
        List<Demand> demands = budget == Budget.KNOWN_DEVICES
                ? List.of(attempt(account))
                : List.of(attempt(account), another(account));
        for (int waited = 0; ; waited++) {
            switch (limiter.acquire(demands)) {
                case Decision.Admitted admitted -> {
                    return new Reservation.Reserved(admitted.receipts().getFirst());
                }
                case Decision.Blocked blocked -> {
                    return new Reservation.Locked(blocked.standing().blockedFor());
                }
                case Decision.Denied denied -> {
                    if (budget == Budget.OTHERS || waited == PATIENCE || !pause()) {
                        return new Reservation.Locked(
                                denied.closest().map(Verdict::retryAfter).orElseThrow());
                    }
                }
            }
        }
    }

    /** Gives an attempt back that did not fail; one round trip. What cannot be given back runs out by itself. */
    void giveBack(Reservation.Reserved attempt) {
        try {
            limiter.refund(List.of(attempt.attempt()));
        } catch (RateLimiterUnavailable lost) {
            // The owner has one attempt fewer for a while.
        }
    }

    /** Forgets the attempts at an account whose password is another one now; four round trips for each budget. */
    void forget(EmailAddress email) {
        try {
            unlock(email);
        } catch (RateLimiterUnavailable lost) {
            // They run out by themselves.
        }
    }

    /**
     * Forgets the attempts at an account, and its locks; four round trips for each budget.
     *
     * @throws RateLimiterUnavailable when some may still be remembered
     */
    void unlock(EmailAddress email) {
        for (Budget budget : Budget.values()) {
            var account = new Subject(budget.kind, digest(email));
            limiter.reset(attempt(account).key());
            limiter.reset(another(account).key());
            limiter.reset(failure(account).key());
            limiter.pardon(account);
        }
    }

    /** What an account has left, for each budget; takes nothing, and two round trips for each. */
    List<AttemptState> look(EmailAddress email) {
        return Stream.of(Budget.values())
                .map(budget -> look(budget, new Subject(budget.kind, digest(email))))
                .toList();
    }

    private AttemptState look(Budget budget, Subject account) {
        Standing standing = limiter.standing(account);
        Optional<Verdict> verdict = limiter.acquire(
                        List.of(Demand.look(attempt(account).key(), attempts)))
                .closest();
        int left = standing.isBlocked() ? 0 : verdict.map(Verdict::remaining).orElse(0);
        Duration usedUp =
                left > 0 ? Duration.ZERO : verdict.map(Verdict::resetAfter).orElse(Duration.ZERO);
        return new AttemptState(
                budget.devices,
                attempts.quota(),
                left,
                standing.strikes(),
                standing.isBlocked() ? standing.blockedFor() : usedUp);
    }

    /**
     * Counts an attempt that failed, and locks the account if it was the last; one round trip.
     *
     * @return whether the account is locked by it
     */
    boolean fail(Reservation.Reserved attempt) {
        try {
            return limiter.acquire(List.of(failure(attempt.account()))) instanceof Decision.Denied denied
                    && !denied.struck().isEmpty();
        } catch (RateLimiterUnavailable lost) {
            // The attempt stays taken, which locks for the window, if not for longer.
            return false;
        }
    }

    private Demand attempt(Subject account) {
        return Demand.one(new LimitKey(account, "attempts"), attempts);
    }

    private Demand another(Subject account) {
        return Demand.one(new LimitKey(account, "at-once"), atOnce);
    }

    private Demand failure(Subject account) {
        return Demand.one(new LimitKey(account, "failures"), failures);
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String digest(EmailAddress email) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] digest = mac.doFinal(email.canonical().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, DIGEST));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(HMAC + " is part of every JDK", impossible);
        }
    }
}
