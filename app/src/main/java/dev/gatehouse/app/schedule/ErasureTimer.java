package dev.gatehouse.app.schedule;

import dev.gatehouse.privacy.EraseDue;
import dev.gatehouse.privacy.EraseDue.Command;
import dev.gatehouse.privacy.EraseDue.Result;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases every minute those whose time to think better of it is over. */
@Singleton
final class ErasureTimer {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureTimer.class);

    private final EraseDue eraseDue;

    ErasureTimer(EraseDue eraseDue) {
        this.eraseDue = eraseDue;
    }

    @Scheduled(initialDelay = "1m", fixedDelay = "1m")
    void erase() {
        switch (eraseDue.handle(new Command())) {
            case Result.Done(int erased, int left) -> {
                if (erased + left > 0) {
                    LOG.info("{} people were erased, {} wait", erased, left);
                }
            }
            case Result.StoreDown() -> LOG.warn("nobody was erased: the store does not answer");
        }
    }
}
