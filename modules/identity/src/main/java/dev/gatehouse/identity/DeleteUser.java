package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.AvatarId;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.SessionStore;
import dev.gatehouse.identity.port.UserRights;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Deletes a user: sessions, credential and all that identity has of them at once, and by an event what others have. */
public final class DeleteUser {

    public record Command(Caller caller, UserId user) {}

    public sealed interface Result {
        record Deleted() implements Result {}

        /** There is no such user for the caller. */
        record NotFound() implements Result {}

        /** After it, there would be no administrator who may log in. */
        record LastAdministrator() implements Result {}
    }

    private final IUserRepository users;
    private final UserRights rights;
    private final SessionStore sessions;
    private final EventLog events;
    private final AuditLog audit;
    private final UnitOfWork work;
    private final IdGenerator ids;
    private final Clock clock;

    public DeleteUser(
            IUserRepository users,
            UserRights rights,
            SessionStore sessions,
            EventLog events,
            AuditLog audit,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        this.users = users;
        this.rights = rights;
        this.sessions = sessions;
        this.events = events;
        this.audit = audit;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** Durable when it returns: no token of the user gives access to anything. */
    public Result handle(Command command) {
        if (!command.caller().sees(command.user())) {
            return new Result.NotFound();
        }
        return work.run(() -> {
            int administrators = rights.lockAndCountAdministrators();
            Optional<User> found = users.lock(command.user());
            if (found.isEmpty()) {
                return new Result.NotFound();
            }
            if (found.get().isAdministrator() && administrators <= 1) {
                audit.record(fact(Fact.denied(Action.USER_DELETE, "last-administrator"), command));
                return new Result.LastAdministrator();
            }
            delete(found.get());
            audit.record(fact(Fact.done(Action.USER_DELETE), command));
            return new Result.Deleted();
        });
    }

    private static Fact fact(Fact fact, Command command) {
        return fact.by(command.caller().user().value()).on(command.user().value());
    }

    private void delete(User user) {
        sessions.endAll(user.id(), null, EndReason.DELETED);
        users.delete(user.id());
        AvatarId avatar = user.avatar();
        if (avatar != null) {
            tell(ChangeAvatar.EVENT, user, Map.of(ChangeAvatar.PREVIOUS, avatar.toString()));
        }
        tell(UserEvent.DELETED, user, Map.of());
    }

    private void tell(String type, User user, Map<String, String> data) {
        events.append(new Event(ids.next(), type, user.id().value(), clock.instant(), data));
    }
}
