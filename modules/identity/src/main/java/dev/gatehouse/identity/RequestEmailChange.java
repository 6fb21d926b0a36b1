package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.identity.Reauthentication.Outcome;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.model.Mailing;
import dev.gatehouse.identity.model.Password;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.MailingStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Has a link mailed to the address that a user wants to have, and tells the address that they have. */
public final class RequestEmailChange {

    public record Command(Caller caller, EmailAddress email, Password password) {

        @Override
        public String toString() {
            return "Command[…]";
        }
    }

    public sealed interface Result {
        /** Nothing has changed yet; whether somebody else has that address, nobody learns. */
        record Accepted() implements Result {}

        record WrongPassword() implements Result {}

        /** Too many attempts have failed, here or at the log-in. */
        record Locked(Duration retryAfter) implements Result {}

        /** The user was deleted a moment ago. */
        record Gone() implements Result {}
    }

    private final Reauthentication reauthentication;
    private final MailingStore mailings;
    private final MailRequests requests;
    private final EventLog events;
    private final AuditLog audit;
    private final IdGenerator ids;
    private final Clock clock;

    public RequestEmailChange(
            Reauthentication reauthentication,
            MailingStore mailings,
            MailRequests requests,
            EventLog events,
            AuditLog audit,
            IdGenerator ids,
            Clock clock) {
        this.reauthentication = reauthentication;
        this.mailings = mailings;
        this.requests = requests;
        this.events = events;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** One Argon2 hash, and the same statements whoever has the new address. */
    public Result handle(Command command) {
        return switch (reauthentication.verify(command.caller().user(), command.password())) {
            case Outcome.Wrong() -> new Result.WrongPassword();
            case Outcome.Locked(Duration retryAfter) -> new Result.Locked(retryAfter);
            case Outcome.Gone() -> new Result.Gone();
            case Outcome.Right(Credential credential) -> {
                requests.once(MailPurpose.CHANGE_EMAIL, command.email(), () -> reauthentication
                        .confirm(credential, command.password())
                        .ifPresent(user -> request(user, command.email())));
                yield new Result.Accepted();
            }
        };
    }

    private void request(User user, EmailAddress email) {
        Instant now = clock.instant();
        mailings.put(Mailing.promised(user.id(), MailPurpose.CHANGE_EMAIL, email, now));
        events.append(new Event(
                ids.next(), UserEvent.EMAIL_CHANGE_REQUESTED, user.id().value(), now, Map.of()));
        audit.record(Fact.done(Action.EMAIL_CHANGE_REQUEST).of(user.id().value()));
    }
}
