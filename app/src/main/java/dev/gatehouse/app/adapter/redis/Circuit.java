package dev.gatehouse.app.adapter.redis;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A switch that turns calls away for a while after one that got no answer, and then lets a single one try: a server that
 * hangs costs one caller its patience, not all of them.
 */
final class Circuit {

    private static final long CLOSED = 0;

    private final long pauseNanos;
    private final AtomicLong openUntil = new AtomicLong(CLOSED);

    Circuit(Duration pause) {
        this.pauseNanos = pause.toNanos();
    }

    /** Whether a call may go through; while the switch is open, true for one caller in each pause. */
    boolean admits() {
        long until = openUntil.get();
        if (until == CLOSED) {
            return true;
        }
        return System.nanoTime() - until >= 0 && openUntil.compareAndSet(until, afterPause());
    }

    boolean isClosed() {
        return openUntil.get() == CLOSED;
    }

    /** Lets everybody through; true when they were turned away before. */
    boolean close() {
        return openUntil.get() != CLOSED && openUntil.getAndSet(CLOSED) != CLOSED;
    }

    /** Turns everybody away for a pause; true when they were let through before. */
    boolean open() {
        return openUntil.getAndSet(afterPause()) == CLOSED;
    }

    private long afterPause() {
        // Any number of nanoseconds is a time, but for the one that means closed.
        return (System.nanoTime() + pauseNanos) | 1;
    }
}
