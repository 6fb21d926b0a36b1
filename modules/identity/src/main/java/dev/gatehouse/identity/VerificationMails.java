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

/** The step that users and administrators share: a link that its reader may have lost is mailed once more. */
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
     * Has the link mailed that confirms an address, unless there were enough, in a unit of work of its own; the link before is dead.
     *
     * @param more what is to be done in that unit as well
     * @return whether it was done
     */
    boolean request(User user, Runnable more) {
        return request(MailPurpose.VERIFY_EMAIL, UserEvent.EMAIL_VERIFICATION_REQUESTED, user, more);
    }

    /** The same for the invitation of somebody who has yet to choose a password, which confirms the address as well. */
    boolean invite(User user, Runnable more) {
        return request(MailPurpose.INVITE, UserEvent.INVITATION_REQUESTED, user, more);
    }

    private boolean request(MailPurpose purpose, String type, User user, Runnable more) {
        return requests.once(purpose, user.email(), () -> {
            mailings.remove(user.id(), Set.of(purpose));
            events.append(new Event(ids.next(), type, user.id().value(), clock.instant(), Map.of()));
            more.run();
        });
    }
}
