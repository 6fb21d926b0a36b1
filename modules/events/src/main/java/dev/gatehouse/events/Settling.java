package dev.gatehouse.events;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what became of deliveries. Two at a time, for requests need the store's connections more; and again when the
 * store did not answer, for what is not written is done twice.
 */
final class Settling {

    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    private static final int TOGETHER = 2;
    private static final int MOST_TRIES = 3;

    private final Semaphore turns = new Semaphore(TOGETHER);
    private final Duration pause;

    /**
     * @param pause between two tries
     */
    Settling(Duration pause) {
        this.pause = pause;
    }

    void settle(BooleanSupplier writing) {
        for (int tries = 1; !isWritten(writing); tries++) {
            if (tries == MOST_TRIES) {
                LOG.warn(
                        "what became of a delivery was not written, for the store is down; it comes again when its lease is over");
                return;
            }
            rest();
        }
    }

    private boolean isWritten(BooleanSupplier writing) {
        turns.acquireUninterruptibly();
        try {
            if (!writing.getAsBoolean()) {
                LOG.warn("a delivery took longer than its lease, and may have been handled twice");
            }
            return true;
        } catch (UnitOfWorkUnavailable down) {
            return false;
        } catch (RuntimeException fault) {
            LOG.error("what became of a delivery was not written; it comes again when its lease is over", fault);
            return true;
        } finally {
            turns.release();
        }
    }

    private void rest() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
