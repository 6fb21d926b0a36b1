package dev.gatehouse.identity;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.RoleChange;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.SessionProjection;
import dev.gatehouse.identity.port.SessionProjectionUnavailable;
import dev.gatehouse.identity.port.SessionStore;
import java.util.List;
import java.util.Map;

/** What follows when a user may do more, or less, than before. */
public final class RightsChange {

    private final IUserRepository users;
    private final SessionStore sessions;
    private final SessionProjection projection;
    private final EventLog events;
    private final UnitOfWork work;
    private final IdGenerator ids;

    public RightsChange(
            IUserRepository users,
            SessionStore sessions,
            SessionProjection projection,
            EventLog events,
            UnitOfWork work,
            IdGenerator ids) {
        this.users = users;
        this.sessions = sessions;
        this.projection = projection;
        this.events = events;
        this.work = work;
        this.ids = ids;
    }

    /**
     * Saves a user in the caller's unit of work, which holds the user's lock. With another role their sessions go on in
     * it; who is disabled has none any more. An event tells of each.
     *
     * @return the user from then on
     */
    User save(User user, User wanted) {
        User saved = users.save(wanted.status() == user.status() || wanted.mayLogIn() ? wanted : disabled(wanted));
        if (saved.status() != user.status()) {
            tell(saved.mayLogIn() ? UserEvent.ENABLED : UserEvent.DISABLED, saved, Map.of());
        }
        if (saved.role() != user.role()) {
            tell(UserEvent.ROLE_CHANGED, saved, UserEvent.role(saved.role()));
            work.afterCommit(() -> spread(new RoleChange(saved.id(), saved.role(), saved.version())));
        }
        return saved;
    }

    private User disabled(User user) {
        sessions.endAll(user.id(), null, EndReason.DISABLED);
        return user.withNextEpoch(user.updatedAt());
    }

    private void tell(String type, User user, Map<String, String> data) {
        events.append(new Event(ids.next(), type, user.id().value(), user.updatedAt(), data));
    }

    /** What the projection does not hear, {@link SpreadSessionEnds} tells it. */
    private void spread(RoleChange change) {
        try {
            projection.change(List.of(change));
        } catch (SessionProjectionUnavailable down) {
            // This instance knows; the others will within the second.
        }
    }
}
