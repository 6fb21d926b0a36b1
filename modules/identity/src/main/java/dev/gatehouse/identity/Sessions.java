package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.identity.model.AccessClaims;
import dev.gatehouse.identity.model.AuthMethod;
import dev.gatehouse.identity.model.Device;
import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.MasterKey;
import dev.gatehouse.identity.model.Proof;
import dev.gatehouse.identity.model.RefreshToken;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SessionEvent;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.SessionPolicy;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.AccessTokens;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.SessionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** The step that registering, logging in and refreshing share: a session, and the tokens that speak for it. */
public final class Sessions {

    private final SessionStore store;
    private final AccessTokens accessTokens;
    private final MasterKey key;
    private final SessionPolicy policy;
    private final EventLog events;
    private final AuditLog audit;
    private final IdGenerator ids;
    private final Clock clock;

    public Sessions(
            SessionStore store,
            AccessTokens accessTokens,
            MasterKey key,
            SessionPolicy policy,
            EventLog events,
            AuditLog audit,
            IdGenerator ids,
            Clock clock) {
        this.store = store;
        this.accessTokens = accessTokens;
        this.key = key;
        this.policy = policy;
        this.events = events;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a session in the caller's unit of work, which holds the user's lock. If the user has as many as may live,
     * the oldest ends, and an event tells of it.
     */
    Session open(User user, Device device) {
        return open(user, device, Set.of(AuthMethod.PASSWORD));
    }

    /** The same for whoever has just shown in another way who they are. */
    Session open(User user, Device device, Set<AuthMethod> shown) {
        return open(user, device, new Proof(shown, clock.instant()));
    }

    /** The same in the place of a session that ends, for whoever has just given their password in it. */
    Session goOn(User user, Device device, Proof before) {
        return open(user, device, before.and(Set.of(AuthMethod.PASSWORD), clock.instant()));
    }

    private Session open(User user, Device device, Proof proof) {
        Instant now = clock.instant();
        var session = Session.open(new SessionId(ids.next()), user, device, proof, policy, now);
        store.open(session, policy.most()).forEach(ended -> endedByLimit(ended, session.createdAt()));
        return session;
    }

    private void endedByLimit(EndedSession ended, Instant now) {
        events.append(new Event(
                ids.next(),
                SessionEvent.ENDED_BY_LIMIT,
                ended.user().value(),
                now,
                SessionEvent.data(ended.session())));
        audit.record(Fact.done(Action.SESSION_END)
                .of(ended.user().value())
                .with("session", ended.session())
                .with("reason", "limit"));
    }

    /** Makes the tokens of a session that is committed. */
    SignedIn issue(User user, Session session) {
        Instant now = clock.instant();
        var claims = new AccessClaims(
                ids.next(),
                user.id(),
                session.id(),
                session.epoch(),
                user.role(),
                session.proof(),
                now,
                now.plus(policy.access()));
        String refreshToken = new RefreshToken(session.id(), session.counter()).seal(key);
        return new SignedIn(
                user,
                session,
                accessTokens.issue(claims),
                policy.access(),
                refreshToken,
                Duration.between(now, session.refreshUntil()));
    }
}
