package dev.gatehouse.app.adapter.outbox;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.events.UnitOfWorkUnavailable;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.ratelimit.LimitAlerts;
import dev.gatehouse.ratelimit.Standing;
import dev.gatehouse.ratelimit.Subject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alerts as a line of the log, and as events {@value #TYPE} in the outbox.
 *
 * <p>Each takes a round trip to the store on a thread of its own; while eight are under way, more become a line alone.
 */
public final class OutboxLimitAlerts implements LimitAlerts {

    /** The type of the events. */
    public static final String TYPE = "rate-limit.subject-blocked";

    private static final Logger LOG = LoggerFactory.getLogger(OutboxLimitAlerts.class);

    private final EventLog events;
    private final UnitOfWork work;
    private final IdGenerator ids;
    private final Clock clock;
    private final Semaphore places = new Semaphore(8);

    public OutboxLimitAlerts(EventLog events, UnitOfWork work, IdGenerator ids, Clock clock) {
        this.events = events;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void raise(String policy, Standing standing) {
        LOG.atWarn()
                .addKeyValue("policy", policy)
                .addKeyValue("kind", standing.subject().kind())
                .addKeyValue("subject", standing.subject().id())
                .addKeyValue("strikes", standing.strikes())
                .addKeyValue("seconds", standing.blockedFor().toSeconds())
                .log("blocked");
        if (places.tryAcquire()) {
            Thread.ofVirtual().name("limit-alert").start(() -> tell(policy, standing));
        }
    }

    private void tell(String policy, Standing standing) {
        try {
            var event = new Event(
                    ids.next(),
                    TYPE,
                    subject(standing.subject()),
                    clock.instant(),
                    Map.of(
                            "policy", policy,
                            "kind", standing.subject().kind(),
                            "strikes", Integer.toString(standing.strikes()),
                            "seconds", Long.toString(standing.blockedFor().toSeconds())));
            work.run(() -> {
                events.append(event);
                return true;
            });
        } catch (UnitOfWorkUnavailable away) {
            LOG.warn("an alert became no event: {}", away.getMessage());
        } finally {
            places.release();
        }
    }

    /** A user; or nobody, for events carry no addresses. */
    private UUID subject(Subject subject) {
        try {
            return subject.kind().equals(Subject.USER) ? UUID.fromString(subject.id()) : ids.next();
        } catch (IllegalArgumentException noUser) {
            return ids.next();
        }
    }
}
