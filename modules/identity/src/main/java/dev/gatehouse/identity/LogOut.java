package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.AccessClaims;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.RevokedToken;
import dev.gatehouse.identity.port.RevokedTokens;
import dev.gatehouse.identity.port.SessionStore;
import java.time.Duration;

/** Ends the session of whoever calls, with all its tokens, and revokes the one that was used for it by itself, too. */
public final class LogOut {

    /**
     * @param claims of the access token that the call came with
     */
    public record Command(Caller caller, AccessClaims claims) {}

    public sealed interface Result {
        record LoggedOut() implements Result {}
    }

    private final SessionStore sessions;
    private final RevokedTokens revoked;
    private final AuditLog audit;
    private final UnitOfWork work;
    private final Duration leeway;

    /**
     * @param leeway for which those who read tokens may take one that has expired
     */
    public LogOut(SessionStore sessions, RevokedTokens revoked, AuditLog audit, UnitOfWork work, Duration leeway) {
        this.sessions = sessions;
        this.revoked = revoked;
        this.audit = audit;
        this.work = work;
        this.leeway = leeway;
    }

    /** Durable when it returns; a session that is over already stays so. */
    public Result handle(Command command) {
        return work.run(() -> {
            sessions.lock(command.caller().session())
                    .filter(session -> session.ended() == null)
                    .ifPresent(session -> sessions.save(session.end(EndReason.LOGOUT)));
            revoked.revoke(revocation(command.claims()));
            audit.record(Fact.done(Action.LOG_OUT)
                    .of(command.caller().user().value())
                    .with("session", command.caller().session()));
            return new Result.LoggedOut();
        });
    }

    private RevokedToken revocation(AccessClaims claims) {
        return new RevokedToken(claims.user(), claims.id(), claims.expiresAt().plus(leeway));
    }
}
