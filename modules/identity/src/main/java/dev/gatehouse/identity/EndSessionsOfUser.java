package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.SessionStore;
import java.time.Clock;

/** Ends all sessions of a user, for an administrator. */
public final class EndSessionsOfUser {

    public record Command(Caller administrator, UserId user) {}

    public sealed interface Result {
        record Ended(int sessions) implements Result {}

        record NotFound() implements Result {}
    }

    private final IUserRepository users;
    private final SessionStore sessions;
    private final AuditLog audit;
    private final UnitOfWork work;
    private final Clock clock;

    public EndSessionsOfUser(
            IUserRepository users, SessionStore sessions, AuditLog audit, UnitOfWork work, Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.audit = audit;
        this.work = work;
        this.clock = clock;
    }

    /** Durable when it returns: no token that was issued before gives access to anything. */
    public Result handle(Command command) {
        return work.run(() ->
                users.lock(command.user()).map(user -> ended(command, user)).orElseGet(Result.NotFound::new));
    }

    private Result ended(Command command, User user) {
        int ended = sessions.endAll(user.id(), null, EndReason.ADMIN).size();
        users.save(user.withNextEpoch(clock.instant()));
        audit.record(Fact.done(Action.SESSIONS_END)
                .by(command.administrator().user().value())
                .on(user.id().value())
                .with("ended", ended));
        return new Result.Ended(ended);
    }
}
