package dev.gatehouse.app.adapter.redis;

import dev.gatehouse.ratelimit.Decision;
import dev.gatehouse.ratelimit.Demand;
import dev.gatehouse.ratelimit.RateLimiter;
import dev.gatehouse.ratelimit.RateLimiterUnavailable;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers who go on asking a limiter while servers come and go, each again a millisecond after it was told. */
final class LimiterLoad implements AutoCloseable {

    static final int CALLERS = 4;

    private final ScheduledExecutorService callers = Executors.newScheduledThreadPool(CALLERS);
    private final AtomicInteger admitted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    LimiterLoad(RateLimiter limiter, Demand demand) {
        for (int caller = 0; caller < CALLERS; caller++) {
            var _ = callers.scheduleWithFixedDelay(() -> ask(limiter, demand), 0, 1, TimeUnit.MILLISECONDS);
        }
    }

    private void ask(RateLimiter limiter, Demand demand) {
        try {
            var told = limiter.acquire(List.of(demand)) instanceof Decision.Admitted ? admitted : refused;
            told.incrementAndGet();
        } catch (RateLimiterUnavailable away) {
            unanswered.incrementAndGet();
        }
    }

    int admitted() {
        return admitted.get();
    }

    int refused() {
        return refused.get();
    }

    int unanswered() {
        return unanswered.get();
    }

    @Override
    public void close() {
        callers.close();
    }
}
