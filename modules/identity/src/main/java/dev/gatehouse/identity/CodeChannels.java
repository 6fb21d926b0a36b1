package dev.gatehouse.identity;

import dev.gatehouse.identity.model.Destination;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.identity.model.SmsPolicy;
import dev.gatehouse.ratelimit.Algorithm;
import dev.gatehouse.ratelimit.Decision;
import dev.gatehouse.ratelimit.Demand;
import dev.gatehouse.ratelimit.Limit;
import dev.gatehouse.ratelimit.LimitKey;
import dev.gatehouse.ratelimit.Outage;
import dev.gatehouse.ratelimit.RateLimiter;
import dev.gatehouse.ratelimit.Subject;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where codes may go, and the SMS that a day has. */
public final class CodeChannels {

    private final boolean mail;
    private final @Nullable SmsPolicy sms;
    private final RateLimiter limiter;

    /**
     * @param mail whether mail is on
     * @param sms null where SMS are off
     */
    public CodeChannels(boolean mail, @Nullable SmsPolicy sms, RateLimiter limiter) {
        this.mail = mail;
        this.sms = sms;
        this.limiter = limiter;
    }

    /** Whether a code may go there; no round trip. */
    boolean serve(Destination destination) {
        return switch (destination) {
            case Destination.Mailbox _ -> mail;
            case Destination.Telephone(PhoneNumber number) -> sms != null && sms.serves(number);
        };
    }

    /**
     * Takes what sending there costs of what the day has: one round trip for an SMS, none for a mail.
     *
     * @return false when the day has no more
     * @throws dev.gatehouse.ratelimit.RateLimiterUnavailable when nobody can say
     */
    boolean afford(Destination destination) {
        if (destination instanceof Destination.Mailbox || sms == null) {
            return true;
        }
        Limit day = Limit.of("sms-daily", sms.daily(), Duration.ofDays(1))
                .with(new Algorithm.AlignedWindow())
                .with(Outage.CLOSED);
        var one = Demand.one(new LimitKey(new Subject("sms", "all"), "daily"), day);
        return limiter.acquire(List.of(one)) instanceof Decision.Admitted;
    }
}
