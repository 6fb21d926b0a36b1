package dev.gatehouse.app.wiring;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells at the start that there are no avatars, and how to have some. */
@Singleton
@Requires(property = MediaSettings.CHOICE, pattern = MediaSettings.NONE)
final class MediaNotice implements ApplicationEventListener<StartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(MediaNotice.class);

    @Override
    public void onApplicationEvent(StartupEvent event) {
        LOG.info("Avatars are off: their endpoints answer 404. To have them, set S3_BUCKET.");
    }
}
