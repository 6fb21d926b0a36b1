package dev.gatehouse.identity;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.AvatarId;
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

/** The step of everybody who deletes a user, be it at once or once they had time to think better of it. */
public final class UserDeletion {

    /** What became of it. */
    enum Outcome {
        DELETED,
        /** There is no such user. */
        NOBODY,
        /** After it, there would be no administrator who may log in. */
        LAST_ADMINISTRATOR
    }

    private final IUserRepository users;
    private final UserRights rights;
    private final SessionStore sessions;
    private final EventLog events;
    private final UnitOfWork work;
    private final IdGenerator ids;
    private final Clock clock;

    public UserDeletion(
            IUserRepository users,
            UserRights rights,
            SessionStore sessions,
            EventLog events,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        this.users = users;
        this.rights = rights;
        this.sessions = sessions;
        this.events = events;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** Durable when it returns, outside of a unit of work: no token of the user gives access to anything. */
    Outcome delete(UserId id) {
        return work.run(() -> {
            int administrators = rights.lockAndCountAdministrators();
            Optional<User> found = users.lock(id);
            if (found.isEmpty()) {
                return Outcome.NOBODY;
            }
            if (found.get().isAdministrator() && administrators <= 1) {
                return Outcome.LAST_ADMINISTRATOR;
            }
            delete(found.get());
            return Outcome.DELETED;
        });
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
