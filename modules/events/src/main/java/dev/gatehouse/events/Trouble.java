package dev.gatehouse.events;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Says once that something does not work, and once that it works again, however often it is tried between. */
final class Trouble {

    private final Logger log;
    private final String what;
    private @Nullable Class<?> kind;

    /**
     * @param what does not work
     */
    Trouble(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    void met(RuntimeException failure) {
        if (failure.getClass() == kind) {
            return;
        }
        kind = failure.getClass();
        if (failure instanceof UnitOfWorkUnavailable) {
            log.warn("{} rests: {}", what, failure.getMessage());
        } else {
            log.error("{} rests, and should not", what, failure);
        }
    }

    void isOver() {
        if (kind != null) {
            log.info("{} goes on", what);
            kind = null;
        }
    }
}
