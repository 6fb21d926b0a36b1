package dev.gatehouse.identity;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.MailingStore;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** Has the link mailed once more that confirms a user's address. */
public final class RequestEmailVerification {

    public record Command(Caller caller) {}

    public sealed interface Result {
        /** A mail goes out, unless there was one a moment ago or there is nothing to confirm. */
        record Accepted() implements Result {}
    }

    private final IUserRepository users;
    private final MailingStore mailings;
    private final MailRequests requests;
    private final EventLog events;
    private final IdGenerator ids;
    private final Clock clock;

    public RequestEmailVerification(
            IUserRepository users,
            MailingStore mailings,
            MailRequests requests,
            EventLog events,
            IdGenerator ids,
            Clock clock) {
        this.users = users;
        this.mailings = mailings;
        this.requests = requests;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    public Result handle(Command command) {
        users.findById(command.caller().user())
                .filter(user -> !user.emailVerified())
                .ifPresent(user -> requests.once(MailPurpose.VERIFY_EMAIL, user.email(), () -> request(user)));
        return new Result.Accepted();
    }

    private void request(User user) {
        mailings.remove(user.id(), Set.of(MailPurpose.VERIFY_EMAIL));
        events.append(new Event(
                ids.next(), UserEvent.EMAIL_VERIFICATION_REQUESTED, user.id().value(), clock.instant(), Map.of()));
    }
}
