package dev.gatehouse.identity;

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
    private final UnitOfWork work;

    public EndSession(SessionStore sessions, UnitOfWork work) {
        this.sessions = sessions;
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
        }
        return new Result.Ended();
    }
}
