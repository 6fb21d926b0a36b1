package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.UserRights;
import dev.gatehouse.privacy.Erasure;
import dev.gatehouse.privacy.Erasures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Notes that a user wishes to be erased, once they had time to think better of it. */
public final class RequestErasure {

    /**
     * @param caller who has shown a moment ago who they are
     */
    public record Command(Caller caller) {}

    public sealed interface Result {
        /**
         * @param erasure of this wish, or of the one that they had
         */
        record Requested(Erasure erasure) implements Result {}

        /** After it, there would be no administrator who may log in. */
        record LastAdministrator() implements Result {}

        /** The user was deleted a moment ago. */
        record Gone() implements Result {}
    }

    private final IUserRepository users;
    private final UserRights rights;
    private final Erasures erasures;
    private final EventLog events;
    private final AuditLog audit;
    private final UnitOfWork work;
    private final IdGenerator ids;
    private final Clock clock;
    private final Duration grace;

    /**
     * @param grace how long a wish may be taken back; may be nothing
     */
    public RequestErasure(
            IUserRepository users,
            UserRights rights,
            Erasures erasures,
            EventLog events,
            AuditLog audit,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock,
            Duration grace) {
        this.users = users;
        this.rights = rights;
        this.erasures = erasures;
        this.events = events;
        this.audit = audit;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
        this.grace = grace;
    }

    /** All or nothing. Whoever asks again has the same wish. */
    public Result handle(Command command) {
        Caller caller = command.caller();
        return work.run(() -> {
            int others = caller.isAdministrator() ? rights.lockAndCountAdministrators() - 1 : 0;
            return users.lock(caller.user())
                    .map(user -> user.isAdministrator() && others < 1 ? refused(user) : requested(user))
                    .orElseGet(Result.Gone::new);
        });
    }

    private Result refused(User user) {
        audit.record(Fact.denied(Action.ERASURE_REQUEST, "last-administrator")
                .of(user.id().value()));
        return new Result.LastAdministrator();
    }

    private Result requested(User user) {
        Instant now = clock.instant();
        UUID person = user.id().value();
        Erasure wish = Erasure.wish(ids.next(), person, now, grace);
        if (!erasures.request(wish)) {
            return new Result.Requested(erasures.findOf(person).orElse(wish));
        }
        audit.record(Fact.done(Action.ERASURE_REQUEST).of(person));
        events.append(new Event(ids.next(), UserEvent.ERASURE_REQUESTED, person, now, UserEvent.dueAt(wish.dueAt())));
        return new Result.Requested(wish);
    }
}
