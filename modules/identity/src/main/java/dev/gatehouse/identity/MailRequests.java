package dev.gatehouse.identity;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.port.MailCooldowns;
import dev.gatehouse.ratelimit.Decision;
import dev.gatehouse.ratelimit.Demand;
import dev.gatehouse.ratelimit.Limit;
import dev.gatehouse.ratelimit.LimitKey;
import dev.gatehouse.ratelimit.RateLimiter;
import dev.gatehouse.ratelimit.RateLimiterUnavailable;
import dev.gatehouse.ratelimit.Receipt;
import dev.gatehouse.ratelimit.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The mails that anybody can have sent to an address, be it that of an account or not: one in a while, and so many an
 * hour.
 *
 * <p>The limiter is there for the many, which then cost the store nothing. What holds, even if it forgot everything, is
 * the cooldown in the store, which begins in the unit of work that asks for the mail.
 */
public final class MailRequests {

    private static final Duration COOLDOWN = Duration.ofMinutes(1);
    private static final Limit HOURLY = Limit.of("mail-requests", 5, Duration.ofHours(1));

    private final RateLimiter limiter;
    private final MailCooldowns cooldowns;
    private final ContactHash contacts;
    private final UnitOfWork work;
    private final Clock clock;

    public MailRequests(
            RateLimiter limiter, MailCooldowns cooldowns, ContactHash contacts, UnitOfWork work, Clock clock) {
        this.limiter = limiter;
        this.cooldowns = cooldowns;
        this.contacts = contacts;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Runs a request for a mail in a unit of work of its own, unless there were enough; whether it did is for nobody who
     * asked. Two round trips and those of the request.
     */
    boolean once(MailPurpose purpose, EmailAddress to, Runnable request) {
        String contact = contacts.of(to);
        var key = new LimitKey(new Subject("mail", contact), purpose.name().toLowerCase(Locale.ROOT));
        if (!(limiter.acquire(List.of(Demand.one(key, HOURLY))) instanceof Decision.Admitted admitted)) {
            return false;
        }
        boolean ran = false;
        try {
            ran = work.run(() -> begin(contact, purpose) && ran(request));
            return ran;
        } finally {
            if (!ran) {
                giveBack(admitted.receipts());
            }
        }
    }

    /** Begins the cooldown in the caller's unit of work; whether there was none under way. */
    boolean begin(MailPurpose purpose, EmailAddress to) {
        return begin(contacts.of(to), purpose);
    }

    private boolean begin(String contact, MailPurpose purpose) {
        Instant now = clock.instant();
        return cooldowns.begin(contact, purpose, now, now.plus(COOLDOWN));
    }

    private static boolean ran(Runnable request) {
        request.run();
        return true;
    }

    private void giveBack(List<Receipt> receipts) {
        try {
            limiter.refund(receipts);
        } catch (RateLimiterUnavailable lost) {
            // There is one mail fewer for a while.
        }
    }
}
