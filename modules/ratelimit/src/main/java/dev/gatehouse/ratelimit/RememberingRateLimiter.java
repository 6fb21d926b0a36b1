package dev.gatehouse.ratelimit;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A limiter that remembers whom it refused, so that whoever goes on all the same costs no call.
 *
 * <p>A block, and a limit that has no room for one unit, are remembered for as long as the limiter said, and no longer than
 * {@code trust}: what is done about them at another instance is heard of after that. A limit with a {@link Penalty} is
 * asked each time, so that a strike is not missed. A demand of another limit or cost is another demand, and asked.
 *
 * <p>Memory: about 300 bytes each, and no more than {@code most} of either; those that find no place cost their call.
 */
public final class RememberingRateLimiter implements RateLimiter {

    private final RateLimiter limiter;
    private final RefusalMemory<Subject, Standing> blocks;
    private final RefusalMemory<Demand, Verdict> denials;

    public RememberingRateLimiter(RateLimiter limiter, Clock clock, Duration trust, int most) {
        this.limiter = limiter;
        this.blocks = new RefusalMemory<>(clock, trust, most);
        this.denials = new RefusalMemory<>(clock, trust, most);
    }

    @Override
    public Decision acquire(List<Demand> demands) {
        return recall(demands).orElseGet(() -> ask(demands));
    }

    /** Whether demands would be refused without a call; costs none, and changes nothing. */
    public Optional<Decision> recall(List<Demand> demands) {
        Demand.checkTogether(demands);
        for (Demand demand : demands) {
            Optional<Decision> refusal = demand.cost() > 0 ? block(demand).or(() -> denial(demand)) : Optional.empty();
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private Optional<Decision> block(Demand demand) {
        return blocks.recall(demand.key().subject())
                .map(block -> new Standing(
                        block.refusal().subject(),
                        block.refusal().strikes(),
                        block.refusal().blockedFor().minus(block.elapsed())))
                .map(Decision.Blocked::new);
    }

    private Optional<Decision> denial(Demand demand) {
        return denials.recall(demand)
                .map(denial -> new Decision.Denied(List.of(denial.refusal().later(denial.elapsed())), List.of()));
    }

    private Decision ask(List<Demand> demands) {
        Decision decision = limiter.acquire(demands);
        switch (decision) {
            case Decision.Blocked(Standing standing) -> remember(standing);
            case Decision.Denied denied -> {
                denied.struck().forEach(this::remember);
                denied.verdicts().forEach(this::remember);
            }
            case Decision.Admitted _ -> {}
        }
        return decision;
    }

    private void remember(Standing standing) {
        blocks.remember(standing.subject(), standing, standing.blockedFor());
    }

    private void remember(Verdict verdict) {
        Demand demand = verdict.demand();
        // Where one unit has no room nothing has, and nothing changes; where several have none, one may.
        if (verdict.refuses() && demand.cost() == 1 && demand.limit().penalty() == null) {
            denials.remember(demand, verdict, verdict.retryAfter());
        }
    }

    @Override
    public void refund(Collection<Receipt> receipts) {
        limiter.refund(receipts);
        receipts.forEach(receipt -> forgetDenials(receipt.demand().key()));
    }

    @Override
    public void reset(LimitKey key) {
        limiter.reset(key);
        forgetDenials(key);
    }

    private void forgetDenials(LimitKey key) {
        denials.forgetAll(demand -> demand.key().equals(key));
    }

    @Override
    public void block(Subject subject, Duration time) {
        limiter.block(subject, time);
        blocks.forget(subject);
    }

    @Override
    public void pardon(Subject subject) {
        limiter.pardon(subject);
        blocks.forget(subject);
    }

    @Override
    public Standing standing(Subject subject) {
        return limiter.standing(subject);
    }
}
