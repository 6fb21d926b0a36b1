package dev.gatehouse.ratelimit;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** A limiter that can be told to fail, and that counts how often it was asked. */
public final class FaultyRateLimiter implements RateLimiter {

    private final RateLimiter limiter;
    private boolean failing;
    private int calls;

    public FaultyRateLimiter(RateLimiter limiter) {
        this.limiter = limiter;
    }

    /** From now on every call fails, or succeeds again. */
    public synchronized void failing(boolean failing) {
        this.failing = failing;
    }

    public synchronized int calls() {
        return calls;
    }

    @Override
    public Decision acquire(List<Demand> demands) {
        return answer(() -> limiter.acquire(demands));
    }

    @Override
    public void refund(Collection<Receipt> receipts) {
        answer(() -> limiter.refund(receipts));
    }

    @Override
    public void reset(LimitKey key) {
        answer(() -> limiter.reset(key));
    }

    @Override
    public void block(Subject subject, Duration time) {
        answer(() -> limiter.block(subject, time));
    }

    @Override
    public void pardon(Subject subject) {
        answer(() -> limiter.pardon(subject));
    }

    @Override
    public Standing standing(Subject subject) {
        return answer(() -> limiter.standing(subject));
    }

    private void answer(Runnable call) {
        var _ = answer(() -> {
            call.run();
            return true;
        });
    }

    private synchronized <T> T answer(Supplier<T> call) {
        calls++;
        if (failing) {
            throw new RateLimiterUnavailable(new IllegalStateException("told to fail"));
        }
        return call.get();
    }
}
