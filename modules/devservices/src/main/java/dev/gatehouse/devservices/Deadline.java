package dev.gatehouse.devservices;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A moment after which waiting is given up. */
final class Deadline {

    private static final Duration PAUSE = Duration.ofMillis(10);

    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean passed() {
        return System.nanoTime() - nanos >= 0;
    }

    /** Waits until the condition holds; false if the deadline passed first. */
    boolean await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (passed()) {
                return false;
            }
            pause();
        }
        return true;
    }

    void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevServiceException("Interrupted while waiting", e);
        }
    }
}
