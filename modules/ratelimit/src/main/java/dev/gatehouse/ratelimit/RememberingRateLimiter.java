package dev.gatehouse.ratelimit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A limiter that remembers who is blocked, so that whoever goes on all the same costs no call.
 *
 * <p>A block is remembered for as long as the limiter said, and no longer than {@code trust}: a pardon at another
 * instance is heard of after that. Memory: about 150 bytes a subject, and no more of them than {@code most}; those that
 * find no place cost their call.
 */
public final class RememberingRateLimiter implements RateLimiter {

    private record Block(Standing standing, Instant until, Instant trusted) {}

    private final RateLimiter limiter;
    private final Clock clock;
    private final Duration trust;
    private final int most;
    private final ConcurrentMap<Subject, Block> blocks = new ConcurrentHashMap<>();

    public RememberingRateLimiter(RateLimiter limiter, Clock clock, Duration trust, int most) {
        this.limiter = limiter;
        this.clock = clock;
        this.trust = trust;
        this.most = most;
    }

    @Override
    public Decision acquire(List<Demand> demands) {
        Instant now = clock.instant();
        return demands.stream()
                .filter(demand -> demand.cost() > 0)
                .map(demand -> remembered(demand.key().subject(), now))
                .flatMap(Optional::stream)
                .findFirst()
                .<Decision>map(Decision.Blocked::new)
                .orElseGet(() -> asked(demands));
    }

    private Optional<Standing> remembered(Subject subject, Instant now) {
        Block block = blocks.get(subject);
        if (block == null) {
            return Optional.empty();
        }
        if (!now.isBefore(block.trusted)) {
            blocks.remove(subject, block);
            return Optional.empty();
        }
        return Optional.of(new Standing(subject, block.standing.strikes(), Duration.between(now, block.until)));
    }

    private Decision asked(List<Demand> demands) {
        Decision decision = limiter.acquire(demands);
        switch (decision) {
            case Decision.Blocked(Standing standing) -> remember(standing);
            case Decision.Denied denied -> denied.struck().forEach(this::remember);
            case Decision.Admitted _ -> {}
        }
        return decision;
    }

    private void remember(Standing standing) {
        Instant now = clock.instant();
        if (blocks.size() >= most) {
            blocks.values().removeIf(block -> !now.isBefore(block.trusted));
        }
        if (standing.isBlocked() && blocks.size() < most) {
            Instant until = now.plus(standing.blockedFor());
            Instant trusted = now.plus(trust);
            blocks.put(standing.subject(), new Block(standing, until, until.isBefore(trusted) ? until : trusted));
        }
    }

    @Override
    public void refund(Collection<Receipt> receipts) {
        limiter.refund(receipts);
    }

    @Override
    public void reset(LimitKey key) {
        limiter.reset(key);
    }

    /** A shorter block replaces a longer one, so what is remembered goes first and last. */
    @Override
    public void block(Subject subject, Duration time) {
        limiter.block(subject, time);
        blocks.remove(subject);
    }

    @Override
    public void pardon(Subject subject) {
        limiter.pardon(subject);
        blocks.remove(subject);
    }

    @Override
    public Standing standing(Subject subject) {
        return limiter.standing(subject);
    }
}
