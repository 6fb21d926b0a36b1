package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.CredentialStore;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.MailingStore;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Has a link mailed to whoever forgot their password. */
public final class RequestPasswordReset {

    public record Command(EmailAddress email) {

        @Override
        public String toString() {
            return "Command[…]";
        }
    }

    public sealed interface Result {
        /** Whether there is such an account, and whether a mail goes to it, nobody learns. */
        record Accepted() implements Result {}
    }

    private final CredentialStore credentials;
    private final MailingStore mailings;
    private final MailRequests requests;
    private final EventLog events;
    private final AuditLog audit;
    private final ContactHash contacts;
    private final IdGenerator ids;
    private final Clock clock;

    public RequestPasswordReset(
            CredentialStore credentials,
            MailingStore mailings,
            MailRequests requests,
            EventLog events,
            AuditLog audit,
            ContactHash contacts,
            IdGenerator ids,
            Clock clock) {
        this.credentials = credentials;
        this.mailings = mailings;
        this.requests = requests;
        this.events = events;
        this.audit = audit;
        this.contacts = contacts;
        this.ids = ids;
        this.clock = clock;
    }

    /** The same statements whoever has the address: for one that nobody has, they are about nobody. */
    public Result handle(Command command) {
        if (!requests.once(MailPurpose.RESET_PASSWORD, command.email(), () -> request(command.email()))) {
            audit.record(Fact.denied(Action.PASSWORD_RESET_REQUEST, "too-soon").about(contacts.of(command.email())));
        }
        return new Result.Accepted();
    }

    private void request(EmailAddress email) {
        var nobody = new UserId(ids.next());
        Optional<UserId> owner = credentials.findByEmail(email).map(Credential::user);
        UserId user = owner.orElse(nobody);
        mailings.remove(user, Set.of(MailPurpose.RESET_PASSWORD));
        events.append(
                new Event(ids.next(), UserEvent.PASSWORD_RESET_REQUESTED, user.value(), clock.instant(), Map.of()));
        audit.record(Fact.done(Action.PASSWORD_RESET_REQUEST)
                .on(owner.map(UserId::value).orElse(null))
                .about(contacts.of(email)));
    }
}
