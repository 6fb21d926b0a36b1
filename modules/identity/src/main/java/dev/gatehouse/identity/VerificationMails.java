package dev.gatehouse.identity;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.MailingStore;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** The step that users and administrators share: the link that confirms an address is mailed once more. */
public final class VerificationMails {

    private final MailingStore mailings;
    private final MailRequests requests;
    private final EventLog events;
    private final IdGenerator ids;
    private final Clock clock;

    public VerificationMails(
            MailingStore mailings, MailRequests requests, EventLog events, IdGenerator ids, Clock clock) {
        this.mailings = mailings;
        this.requests = requests;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Has it mailed, unless there were enough, in a unit of work of its own; the link before is dead.
     *
     * @param more what is to be done in that unit as well
     * @return whether it was done
     */
    boolean request(User user, Runnable more) {
        return requests.once(MailPurpose.VERIFY_EMAIL, user.email(), () -> {
            mailings.remove(user.id(), Set.of(MailPurpose.VERIFY_EMAIL));
            events.append(new Event(
                    ids.next(),
                    UserEvent.EMAIL_VERIFICATION_REQUESTED,
                    user.id().value(),
                    clock.instant(),
                    Map.of()));
            more.run();
        });
    }
}
