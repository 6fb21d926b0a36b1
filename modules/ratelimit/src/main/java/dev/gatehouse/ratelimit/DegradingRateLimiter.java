package dev.gatehouse.ratelimit;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A limiter that goes on while the shared one is away, with each limit as its {@link Outage} says: counted by this
 * instance alone, let go, or refused with {@link RateLimiterUnavailable}.
 *
 * <p>What was taken of this instance is given back to it; what was to be given back to the shared one while it is away
 * is lost, and runs out by itself. Blocks and standings are the shared one's.
 */
public final class DegradingRateLimiter implements RateLimiter {

    private static final Logger LOG = LoggerFactory.getLogger(DegradingRateLimiter.class);

    /** Decisions in a row that the log calls an end of the outage: where many servers decide, one may be away alone. */
    private static final int CALM = 100;

    private final RateLimiter shared;
    private final RateLimiter local;
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicInteger calm = new AtomicInteger();

    public DegradingRateLimiter(RateLimiter shared, RateLimiter local) {
        this.shared = shared;
        this.local = local;
    }

    @Override
    public Decision acquire(List<Demand> demands) {
        try {
            Decision decision = shared.acquire(demands);
            if (away.get() && calm.incrementAndGet() >= CALM && away.compareAndSet(true, false)) {
                LOG.info("limits are shared again");
            }
            return decision;
        } catch (RateLimiterUnavailable failure) {
            calm.set(0);
            if (away.compareAndSet(false, true)) {
                LOG.warn("limits are counted by this instance alone: {}", String.valueOf(failure.getCause()));
            }
            return degraded(demands, failure);
        }
    }

    private Decision degraded(List<Demand> demands, RateLimiterUnavailable failure) {
        if (demands.stream()
                .anyMatch(demand ->
                        is(Outage.CLOSED).test(demand) && demand.limit().isEnforced())) {
            throw failure;
        }
        List<Demand> counted = demands.stream().filter(is(Outage.OPEN_LOCAL)).toList();
        return counted.isEmpty() ? new Decision.Admitted(List.of(), List.of()) : local.acquire(counted);
    }

    private static Predicate<Demand> is(Outage outage) {
        return demand -> demand.limit().outage() == outage;
    }

    @Override
    public void refund(Collection<Receipt> receipts) {
        local.refund(of(receipts, Verdict.Reach.INSTANCE));
        List<Receipt> others = of(receipts, Verdict.Reach.SHARED);
        if (!others.isEmpty()) {
            try {
                shared.refund(others);
            } catch (RateLimiterUnavailable failure) {
                LOG.debug("a refund is lost", failure);
            }
        }
    }

    private static List<Receipt> of(Collection<Receipt> receipts, Verdict.Reach reach) {
        return receipts.stream().filter(receipt -> receipt.reach() == reach).toList();
    }

    @Override
    public void reset(LimitKey key) {
        local.reset(key);
        shared.reset(key);
    }

    @Override
    public void block(Subject subject, Duration time) {
        shared.block(subject, time);
    }

    @Override
    public void pardon(Subject subject) {
        local.pardon(subject);
        shared.pardon(subject);
    }

    @Override
    public Standing standing(Subject subject) {
        return shared.standing(subject);
    }
}
