package dev.gatehouse.events;

import java.util.concurrent.Semaphore;

/** Wakes the one thread that waits for it. Rung before that waits, it is heard then; rung twice, once. */
final class Bell {

    private final Semaphore rings = new Semaphore(0);

    void ring() {
        rings.release();
    }

    void await() {
        rings.acquireUninterruptibly();
        rings.drainPermits();
    }
}
