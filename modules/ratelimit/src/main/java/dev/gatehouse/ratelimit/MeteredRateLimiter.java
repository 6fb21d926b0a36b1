package dev.gatehouse.ratelimit;

import dev.gatehouse.ratelimit.LimitMeter.Event;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** A limiter that has a meter count what it decides. Looks are not counted. */
public final class MeteredRateLimiter implements RateLimiter {

    private final RateLimiter limiter;
    private final LimitMeter meter;

    public MeteredRateLimiter(RateLimiter limiter, LimitMeter meter) {
        this.limiter = limiter;
        this.meter = meter;
    }

    @Override
    public Decision acquire(List<Demand> demands) {
        Decision decision = limiter.acquire(demands);
        if (decision instanceof Decision.Blocked) {
            demands.stream()
                    .filter(demand -> demand.cost() > 0)
                    .forEach(demand -> meter.count(demand.limit().name(), Event.BLOCKED));
        }
        decision.verdicts().stream()
                .filter(verdict ->
                        verdict.demand().cost() > 0 && verdict.limit().isCounted())
                .forEach(this::count);
        return decision;
    }

    private void count(Verdict verdict) {
        String name = verdict.limit().name();
        meter.count(name, kind(verdict));
        if (verdict.hasRoom() && verdict.isNearLimit()) {
            meter.count(name, Event.NEAR_LIMIT);
        }
        if (verdict.reach() == Verdict.Reach.INSTANCE) {
            meter.count(name, Event.LOCAL_FALLBACK);
        }
    }

    private static Event kind(Verdict verdict) {
        if (verdict.hasRoom()) {
            return Event.ALLOWED;
        }
        return verdict.limit().isEnforced() ? Event.DENIED : Event.SHADOW_DENIED;
    }

    @Override
    public void refund(Collection<Receipt> receipts) {
        limiter.refund(receipts);
    }

    @Override
    public void reset(LimitKey key) {
        limiter.reset(key);
    }

    @Override
    public void block(Subject subject, Duration time) {
        limiter.block(subject, time);
    }

    @Override
    public void pardon(Subject subject) {
        limiter.pardon(subject);
    }

    @Override
    public Standing standing(Subject subject) {
        return limiter.standing(subject);
    }
}
