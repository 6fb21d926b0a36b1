package dev.gatehouse.app.schedule;

import dev.gatehouse.media.SweepUploads;
import dev.gatehouse.media.SweepUploads.Command;
import dev.gatehouse.media.SweepUploads.Result;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes every minute what uploads have left behind, however much it is. */
@Singleton
@Requires(beans = SweepUploads.class)
final class UploadTimer {

    private static final Logger LOG = LoggerFactory.getLogger(UploadTimer.class);

    private final SweepUploads sweepUploads;

    UploadTimer(SweepUploads sweepUploads) {
        this.sweepUploads = sweepUploads;
    }

    @Scheduled(initialDelay = "1m", fixedDelay = "1m")
    void sweep() {
        boolean more = true;
        while (more) {
            more = switch (sweepUploads.handle(new Command())) {
                case Result.Swept(int uploads, boolean all) -> !all;
                case Result.StoreDown() -> {
                    LOG.warn("uploads were not swept: a store does not answer");
                    yield false;
                }
            };
        }
    }
}
