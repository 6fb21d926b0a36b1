package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.NewPassword;
import dev.gatehouse.identity.model.PersonName;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.CredentialStore;
import dev.gatehouse.identity.port.EmailTaken;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.PasswordHasher;
import dev.gatehouse.identity.port.UserRights;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Makes an administrator where there is none, so that there is somebody who can make the others. */
public final class MakeFirstAdministrator {

    /**
     * @param password whoever is trusted to name an administrator answers for its strength
     */
    public record Command(EmailAddress email, NewPassword password, PersonName name) {

        @Override
        public String toString() {
            return "Command[…]";
        }
    }

    public sealed interface Result {
        record Made(User user) implements Result {}

        /** There is an administrator who may log in; whoever was named is left as they are. */
        record ThereIsOne() implements Result {}

        /** Somebody else may have registered with it, so that they are given nothing. */
        record EmailIsTaken() implements Result {}
    }

    private final IUserRepository users;
    private final CredentialStore credentials;
    private final UserRights rights;
    private final PasswordHasher hasher;
    private final EventLog events;
    private final AuditLog audit;
    private final UnitOfWork work;
    private final IdGenerator ids;
    private final Clock clock;

    public MakeFirstAdministrator(
            IUserRepository users,
            CredentialStore credentials,
            UserRights rights,
            PasswordHasher hasher,
            EventLog events,
            AuditLog audit,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        this.users = users;
        this.credentials = credentials;
        this.rights = rights;
        this.hasher = hasher;
        this.events = events;
        this.audit = audit;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** Idempotent; of any number of parallel calls one makes somebody. A hash, but none where there is one. */
    public Result handle(Command command) {
        try {
            return work.run(() ->
                    rights.lockAndCountAdministrators() > 0 ? new Result.ThereIsOne() : new Result.Made(made(command)));
        } catch (EmailTaken taken) {
            return new Result.EmailIsTaken();
        }
    }

    /** Whoever may name an administrator vouches for the address, too. */
    private User made(Command command) {
        Instant now = clock.instant();
        User user = User.register(new UserId(ids.next()), command.email(), command.name(), null, now)
                .withConfirmed(command.email(), now);
        User administrator = user.withRights(Role.ADMIN, user.status(), now);
        users.insert(administrator);
        credentials.save(new Credential(
                administrator.id(), hasher.hash(command.password().password())));
        events.append(
                new Event(ids.next(), UserEvent.REGISTERED, administrator.id().value(), now, Map.of()));
        audit.record(Fact.done(Action.ADMINISTRATOR_MAKE).on(administrator.id().value()));
        return administrator;
    }
}
