package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.model.RefreshToken;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.Session.Presented;
import dev.gatehouse.identity.model.SessionEvent;
import dev.gatehouse.identity.model.SessionPolicy;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.SessionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Exchanges a refresh token for its successor and a new access token. */
public final class RefreshSession {

    /**
     * @param refreshToken any text
     * @param userAgent of whoever presents it, as in {@link dev.gatehouse.identity.model.Device}
     */
    public record Command(String refreshToken, String userAgent) {

        @Override
        public String toString() {
            return "Command[…]";
        }
    }

    public sealed interface Result {
        record Refreshed(SignedIn signedIn) implements Result {}

        record InvalidToken() implements Result {}

        /** A token that was used up came again: the session is over for everybody who holds a part of it. */
        record TokenReused() implements Result {}
    }

    private final SessionStore store;
    private final IUserRepository users;
    private final Sessions sessions;
    private final MasterKey key;
    private final SessionPolicy policy;
    private final EventLog events;
    private final AuditLog audit;
    private final UnitOfWork work;
    private final IdGenerator ids;
    private final Clock clock;

    public RefreshSession(
            SessionStore store,
            IUserRepository users,
            Sessions sessions,
            MasterKey key,
            SessionPolicy policy,
            EventLog events,
            AuditLog audit,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        this.store = store;
        this.users = users;
        this.sessions = sessions;
        this.key = key;
        this.policy = policy;
        this.events = events;
        this.audit = audit;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** A forged token costs no round trip, an authentic one a unit of work on its session's row. */
    public Result handle(Command command) {
        Optional<RefreshToken> token = RefreshToken.open(command.refreshToken(), key);
        if (token.isEmpty()) {
            return refused(Fact.denied(Action.SESSION_REFRESH, "forged"));
        }
        return switch (work.run(() -> present(token.get(), command.userAgent()))) {
            case Presented.Current(Session next) -> issue(next);
            case Presented.Repeated(Session same) -> issue(same);
            case Presented.Reused(Session ended) -> new Result.TokenReused();
            case Presented.Dead() ->
                refused(Fact.denied(Action.SESSION_REFRESH, "session-over")
                        .with("session", token.get().session()));
        };
    }

    private Presented present(RefreshToken token, String userAgent) {
        Instant now = clock.instant();
        Presented presented = store.lock(token.session())
                .map(session -> session.present(token.counter(), userAgent, policy, now))
                .orElseGet(Presented.Dead::new);
        switch (presented) {
            case Presented.Current(Session next) -> store.save(next);
            case Presented.Reused(Session ended) -> {
                store.save(ended);
                events.append(reuse(ended, now));
                audit.record(Fact.denied(Action.SESSION_REFRESH, "reused")
                        .on(ended.user().value())
                        .with("session", ended.id()));
            }
            case Presented.Repeated(Session same) -> {}
            case Presented.Dead() -> {}
        }
        return presented;
    }

    private Result issue(Session session) {
        return users.findById(session.user())
                .<Result>map(user -> new Result.Refreshed(sessions.issue(user, session)))
                .orElseGet(() -> refused(
                        Fact.denied(Action.SESSION_REFRESH, "session-over").with("session", session.id())));
    }

    private Result refused(Fact denial) {
        audit.record(denial);
        return new Result.InvalidToken();
    }

    private Event reuse(Session session, Instant now) {
        return new Event(
                ids.next(),
                SessionEvent.REFRESH_TOKEN_REUSED,
                session.user().value(),
                now,
                SessionEvent.data(session.id()));
    }
}
