package dev.gatehouse.app.schedule;

import dev.gatehouse.audit.WriteBacklog;
import dev.gatehouse.audit.WriteBacklog.Command;
import dev.gatehouse.audit.WriteBacklog.Result;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes every second, and at the end, what was refused since. */
@Singleton
final class AuditTimer implements ApplicationEventListener<ShutdownEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTimer.class);

    private final WriteBacklog writeBacklog;

    AuditTimer(WriteBacklog writeBacklog) {
        this.writeBacklog = writeBacklog;
    }

    @Scheduled(initialDelay = "1s", fixedDelay = "1s")
    void write() {
        switch (writeBacklog.handle(new Command())) {
            case Result.Written(int entries) -> LOG.debug("{} audit entries written", entries);
            case Result.StoreDown(int waiting) ->
                LOG.warn("{} audit entries wait, because the store does not answer", waiting);
        }
    }

    @Override
    public void onApplicationEvent(ShutdownEvent event) {
        write();
    }
}
