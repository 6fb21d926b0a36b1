package dev.gatehouse.app.schedule;

import dev.gatehouse.identity.RotateSigningKeys;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to the signing keys before the first request, and every hour from then on. */
@Singleton
final class SigningKeyTimer implements ApplicationEventListener<StartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeyTimer.class);

    private final RotateSigningKeys rotateSigningKeys;

    SigningKeyTimer(RotateSigningKeys rotateSigningKeys) {
        this.rotateSigningKeys = rotateSigningKeys;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        rotate();
    }

    @Scheduled(initialDelay = "1h", fixedDelay = "1h")
    void rotate() {
        switch (rotateSigningKeys.handle(new RotateSigningKeys.Command())) {
            case RotateSigningKeys.Result.Rotated(var keys) -> LOG.info("signing keys moved on: {}", keys);
            case RotateSigningKeys.Result.NothingDue() -> {}
        }
    }
}
