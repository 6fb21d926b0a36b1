package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.port.SessionStore;

/** Ends one session of whoever calls, on whatever device it is, with all its tokens. */
public final class EndSession {

    public record Command(Caller caller, SessionId session) {}

    public sealed interface Result {
        /** It is over, since now or before. */
        record Ended() implements Result {}

        /** The caller has no such session, or had it so long ago that nobody remembers. */
        record NotFound() implements Result {}
    }

    private final SessionStore sessions;
    private final AuditLog audit;
    private final UnitOfWork work;

    public EndSession(SessionStore sessions, AuditLog audit, UnitOfWork work) {
        this.sessions = sessions;
        this.audit = audit;
        this.work = work;
    }

    /** Durable when it returns. The one that asks may be the one that ends. */
    public Result handle(Command command) {
        return work.run(() -> sessions.lock(command.session())
                .filter(session -> session.user().equals(command.caller().user()))
                .<Result>map(this::ended)
                .orElseGet(Result.NotFound::new));
    }

    private Result ended(Session session) {
        if (session.ended() == null) {
            sessions.save(session.end(EndReason.DEVICE_ENDED));
            audit.record(Fact.done(Action.SESSION_END)
                    .of(session.user().value())
                    .with("session", session.id())
                    .with("reason", "device-ended"));
        }
        return new Result.Ended();
    }
}
