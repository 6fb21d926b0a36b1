package dev.gatehouse.identity;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.port.SessionStore;

/** Ends the session of whoever calls, with all its tokens. */
public final class LogOut {

    public record Command(Caller caller) {}

    public sealed interface Result {
        record LoggedOut() implements Result {}
    }

    private final SessionStore sessions;
    private final UnitOfWork work;

    public LogOut(SessionStore sessions, UnitOfWork work) {
        this.sessions = sessions;
        this.work = work;
    }

    /** Durable when it returns; a session that is over already stays so. */
    public Result handle(Command command) {
        return work.run(() -> {
            sessions.lock(command.caller().session())
                    .filter(session -> session.ended() == null)
                    .ifPresent(session -> sessions.save(session.end(EndReason.LOGOUT)));
            return new Result.LoggedOut();
        });
    }
}
