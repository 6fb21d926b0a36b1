package dev.gatehouse.events;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Rings when a test says so. */
public final class InMemoryOutboxSignal implements OutboxSignal {

    private final Semaphore rings = new Semaphore(0);

    public void ring() {
        rings.release();
    }

    @Override
    public boolean await(Duration atMost) {
        try {
            boolean heard = rings.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
            rings.drainPermits();
            return heard;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
