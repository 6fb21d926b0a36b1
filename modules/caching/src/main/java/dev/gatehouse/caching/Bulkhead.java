package dev.gatehouse.caching;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a bounded number of loads go past caches that do not answer, all caches together, so that what is behind them
 * has room left for writes.
 */
public final class Bulkhead {

    private final Semaphore permits;
    private final Duration patience;

    /**
     * @param patience how long a load waits for its turn
     */
    public Bulkhead(int permits, Duration patience) {
        this.permits = new Semaphore(permits, true);
        this.patience = patience;
    }

    /**
     * Loads when there is room.
     *
     * @throws LoadsBusy when there is none in time
     */
    <T> T load(Supplier<T> loader) {
        acquire();
        try {
            return loader.get();
        } finally {
            permits.release();
        }
    }

    private void acquire() {
        try {
            if (!permits.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new LoadsBusy();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new LoadsBusy();
        }
    }
}
