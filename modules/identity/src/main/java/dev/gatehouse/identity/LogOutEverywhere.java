package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.SessionStore;
import java.time.Clock;

/** Ends all sessions of a user, or all but the one that asks. */
public final class LogOutEverywhere {

    public record Command(Caller caller, boolean keepCurrent) {}

    public sealed interface Result {
        record LoggedOut(int ended) implements Result {}
    }

    private final IUserRepository users;
    private final SessionStore sessions;
    private final AuditLog audit;
    private final UnitOfWork work;
    private final Clock clock;

    public LogOutEverywhere(
            IUserRepository users, SessionStore sessions, AuditLog audit, UnitOfWork work, Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.audit = audit;
        this.work = work;
        this.clock = clock;
    }

    /** Durable when it returns: no token that was issued before gives access to anything, but for the one kept. */
    public Result handle(Command command) {
        return work.run(() -> {
            Caller caller = command.caller();
            var user = users.lock(caller.user());
            var keep = command.keepCurrent() ? caller.session() : null;
            int ended =
                    sessions.endAll(caller.user(), keep, EndReason.LOGOUT_ALL).size();
            if (keep == null) {
                // The kept session's tokens carry the epoch, so it moves only when none is kept.
                user.map(found -> found.withNextEpoch(clock.instant())).ifPresent(users::save);
            }
            audit.record(Fact.done(Action.LOG_OUT_EVERYWHERE)
                    .of(caller.user().value())
                    .with("ended", ended)
                    .with("kept", keep));
            return new Result.LoggedOut(ended);
        });
    }
}
