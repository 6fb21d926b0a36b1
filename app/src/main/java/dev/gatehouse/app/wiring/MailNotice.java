package dev.gatehouse.app.wiring;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells at the start that no mail is sent, and how to have some. */
@Singleton
@Requires(property = MailSettings.CHOICE, value = MailSettings.NONE)
final class MailNotice implements ApplicationEventListener<StartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(MailNotice.class);

    @Override
    public void onApplicationEvent(StartupEvent event) {
        LOG.info("Mail is off, also for those who register now. To send it, set GATEHOUSE_MAIL to smtp or ses.");
    }
}
