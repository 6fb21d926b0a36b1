package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.RoleChange;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.SessionProjection;
import dev.gatehouse.identity.port.SessionProjectionUnavailable;
import dev.gatehouse.identity.port.SessionStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What follows when a user may do more, or less, than before. */
public final class RightsChange {

    private final IUserRepository users;
    private final SessionStore sessions;
    private final SessionProjection projection;
    private final EventLog events;
    private final AuditLog audit;
    private final UnitOfWork work;
    private final IdGenerator ids;

    public RightsChange(
            IUserRepository users,
            SessionStore sessions,
            SessionProjection projection,
            EventLog events,
            AuditLog audit,
            UnitOfWork work,
            IdGenerator ids) {
        this.users = users;
        this.sessions = sessions;
        this.projection = projection;
        this.events = events;
        this.audit = audit;
        this.work = work;
        this.ids = ids;
    }

    /**
     * Saves a user in the caller's unit of work, which holds the user's lock. With another role their sessions go on in
     * it; who is disabled has none any more. An event tells of each, and so does the audit log.
     *
     * @param by whoever changes them
     * @return the user from then on
     */
    User save(UserId by, User user, User wanted) {
        User saved = users.save(wanted.status() == user.status() || wanted.mayLogIn() ? wanted : disabled(wanted));
        if (saved.status() != user.status()) {
            tell(saved.mayLogIn() ? UserEvent.ENABLED : UserEvent.DISABLED, saved, Map.of());
            record(Fact.done(saved.mayLogIn() ? Action.USER_ENABLE : Action.USER_DISABLE), by, saved);
        }
        if (saved.role() != user.role()) {
            tell(UserEvent.ROLE_CHANGED, saved, UserEvent.role(saved.role()));
            record(Fact.done(Action.ROLE_CHANGE).with("role", word(saved)).with("before", word(user)), by, saved);
            work.afterCommit(() -> spread(new RoleChange(saved.id(), saved.role(), saved.version())));
        }
        return saved;
    }

    private User disabled(User user) {
        sessions.endAll(user.id(), null, EndReason.DISABLED);
        return user.withNextEpoch(user.updatedAt());
    }

    private void record(Fact fact, UserId by, User user) {
        audit.record(fact.by(by.value()).on(user.id().value()));
    }

    private static String word(User user) {
        return user.role().name().toLowerCase(Locale.ROOT);
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
