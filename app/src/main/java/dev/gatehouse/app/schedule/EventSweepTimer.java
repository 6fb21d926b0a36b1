package dev.gatehouse.app.schedule;

import dev.gatehouse.events.SweepEvents;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps up once a minute behind the relay. */
@Singleton
final class EventSweepTimer {

    private static final Logger LOG = LoggerFactory.getLogger(EventSweepTimer.class);

    private final SweepEvents sweepEvents;

    EventSweepTimer(SweepEvents sweepEvents) {
        this.sweepEvents = sweepEvents;
    }

    @Scheduled(initialDelay = "1m", fixedDelay = "1m")
    void sweep() {
        switch (sweepEvents.handle(new SweepEvents.Command())) {
            case SweepEvents.Result.Swept(int orphans, int forgotten) -> {
                if (orphans > 0) {
                    LOG.warn("{} deliveries for handlers that are gone are dead letters now", orphans);
                }
            }
            case SweepEvents.Result.StoreDown() -> {}
        }
    }
}
