package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.PhoneNumber;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.EmailTaken;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an account for somebody else, who learns of it by mail and chooses its password; until then it has none. */
public final class InviteUser {

    public record Command(
            Caller administrator,
            EmailAddress email,
            PersonName name,
            @Nullable PhoneNumber phone,
            Role role) {

        @Override
        public String toString() {
            return "Command[…]";
        }
    }

    public sealed interface Result {
        record Invited(User user) implements Result {}

        record EmailIsTaken() implements Result {}
    }

    private final IUserRepository users;
    private final EventLog events;
    private final AuditLog audit;
    private final ContactHash contacts;
    private final UnitOfWork work;
    private final IdGenerator ids;
    private final Clock clock;

    public InviteUser(
            IUserRepository users,
            EventLog events,
            AuditLog audit,
            ContactHash contacts,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        this.users = users;
        this.events = events;
        this.audit = audit;
        this.contacts = contacts;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** All or nothing; of any number of parallel invitations to one address one succeeds. */
    public Result handle(Command command) {
        try {
            return work.run(() -> invite(command));
        } catch (EmailTaken taken) {
            audit.record(by(command, Fact.denied(Action.USER_INVITE, "email-taken")));
            return new Result.EmailIsTaken();
        }
    }

    private Result invite(Command command) {
        Instant now = clock.instant();
        var user = User.register(new UserId(ids.next()), command.email(), command.name(), command.phone(), now);
        User invited = user.withRights(command.role(), user.status(), now);
        users.insert(invited);
        events.append(new Event(ids.next(), UserEvent.INVITED, invited.id().value(), now, Map.of()));
        audit.record(by(command, Fact.done(Action.USER_INVITE))
                .on(invited.id().value())
                .with("role", invited.role().name().toLowerCase(Locale.ROOT)));
        return new Result.Invited(invited);
    }

    private Fact by(Command command, Fact fact) {
        return fact.by(command.administrator().user().value()).about(contacts.of(command.email()));
    }
}
