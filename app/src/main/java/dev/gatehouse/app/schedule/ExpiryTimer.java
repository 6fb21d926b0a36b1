package dev.gatehouse.app.schedule;

import dev.gatehouse.identity.SweepExpired;
import dev.gatehouse.identity.SweepExpired.Command;
import dev.gatehouse.identity.SweepExpired.Result;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes every hour what is over, and says how much that was. */
@Singleton
final class ExpiryTimer {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryTimer.class);

    private final SweepExpired sweepExpired;

    ExpiryTimer(SweepExpired sweepExpired) {
        this.sweepExpired = sweepExpired;
    }

    @Scheduled(initialDelay = "5m", fixedDelay = "1h")
    void sweep() {
        switch (sweepExpired.handle(new Command())) {
            case Result.Swept(var gone) -> LOG.info("what is over was removed: {}", gone);
            case Result.StoreDown(var gone) ->
                LOG.warn("not all that is over was removed, because the store does not answer: {}", gone);
        }
    }
}
