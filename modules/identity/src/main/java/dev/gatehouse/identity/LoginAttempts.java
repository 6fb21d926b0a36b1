package dev.gatehouse.identity;

import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.ratelimit.Decision;
import dev.gatehouse.ratelimit.Demand;
import dev.gatehouse.ratelimit.Limit;
import dev.gatehouse.ratelimit.LimitKey;
import dev.gatehouse.ratelimit.RateLimiter;
import dev.gatehouse.ratelimit.RateLimiterUnavailable;
import dev.gatehouse.ratelimit.Receipt;
import dev.gatehouse.ratelimit.Subject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * The attempts at passwords that an account has, be there such an account or not: so many may fail within a time.
 *
 * <p>An attempt is taken before the password is looked at, so that many at once are not more than may be, and given back
 * when it was the right one. The limiter knows an account by an HMAC of its address alone.
 */
public final class LoginAttempts {

    /** What became of the wish to try. */
    sealed interface Reservation {
        record Reserved(List<Receipt> receipts) implements Reservation {}

        record Locked(Duration retryAfter) implements Reservation {}
    }

    private static final String HMAC = "HmacSHA256";
    private static final int DIGEST = 16;

    private final RateLimiter limiter;
    private final SecretKey key;
    private final Limit limit;

    /**
     * @param threshold how many may fail
     * @param window within which time
     */
    public LoginAttempts(RateLimiter limiter, MasterKey key, int threshold, Duration window) {
        this.limiter = limiter;
        this.key = key.derive("limits/login", HMAC);
        this.limit = Limit.of("login-attempts", threshold, window);
    }

    /** Takes an attempt; one round trip. Without the shared limiter each instance counts for itself. */
    Reservation reserve(EmailAddress email) {
        var attempt = Demand.one(new LimitKey(subject(email), "attempts"), limit);
        return switch (limiter.acquire(List.of(attempt))) {
            case Decision.Admitted admitted -> new Reservation.Reserved(admitted.receipts());
            case Decision.Denied denied ->
                new Reservation.Locked(denied.verdicts().getFirst().retryAfter());
            case Decision.Blocked blocked ->
                new Reservation.Locked(blocked.standing().blockedFor());
        };
    }

    /** Gives an attempt back that did not fail; one round trip. What cannot be given back runs out by itself. */
    void giveBack(Reservation.Reserved attempt) {
        try {
            limiter.refund(attempt.receipts());
        } catch (RateLimiterUnavailable lost) {
            // The owner has one attempt fewer for a while.
        }
    }

    /** Forgets the attempts at an account whose password is another one now; one round trip. */
    void forget(EmailAddress email) {
        try {
            limiter.reset(new LimitKey(subject(email), "attempts"));
        } catch (RateLimiterUnavailable lost) {
            // They run out by themselves.
        }
    }

    private Subject subject(EmailAddress email) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] digest = mac.doFinal(email.canonical().getBytes(StandardCharsets.UTF_8));
            return new Subject(
                    "login", Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, DIGEST)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(HMAC + " is part of every JDK", impossible);
        }
    }
}
