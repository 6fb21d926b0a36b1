package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.RevokedToken;
import dev.gatehouse.identity.model.RoleChange;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The fast picture of which sessions live, beside the store that knows.
 *
 * <p>It may forget anything at any time. What it must never do is let a session live again: once it was told of an end
 * it refuses to be told of a life, for as long as any token of that session can be valid. The same is so for a token that
 * was revoked.
 *
 * <p>Every method is one round trip, atomic for each session, and may throw {@link SessionProjectionUnavailable}.
 */
public interface SessionProjection {

    /** What is known of a session. */
    sealed interface Known {
        record Live(LiveSession session) implements Known {}

        record Ended() implements Known {}

        /** The token was revoked; of its session nothing is said. */
        record Revoked() implements Known {}
    }

    /**
     * Finds what is known; empty when nothing is. A session found alive stays known for another while, but is never
     * found alive past its {@code until}.
     *
     * @param tokenId of the access token that asks, its {@code jti}
     */
    default Optional<Known> find(UserId user, SessionId session, UUID tokenId) {
        return ask(user, session, tokenId).get();
    }

    /**
     * Begins to find what {@link #find} does, without waiting, so that others can be asked meanwhile. Who takes the answer
     * waits for it; it is to be taken once.
     */
    Supplier<Optional<Known>> ask(UserId user, SessionId session, UUID tokenId);

    /** Says that a session lives; has no effect on one that is known to have ended. */
    void put(LiveSession session);

    /** Says that sessions have ended. Idempotent; none at all is fine and costs nothing. */
    void end(Collection<EndedSession> sessions);

    /** Says that tokens were revoked. Idempotent; none at all is fine and costs nothing. */
    void revoke(Collection<RevokedToken> tokens);

    /**
     * Says which role users have: the sessions of theirs that are known to live are found with it from then on.
     * Idempotent; none at all is fine and costs nothing.
     */
    void change(Collection<RoleChange> roles);

    /**
     * When those of a user's sessions were active that are known to live, to the minute; empty when nothing is known.
     * One that ended is never among them.
     */
    Map<SessionId, Instant> lastActive(UserId user);

    /** Whether it answers now; the one method that does not throw when it does not. */
    boolean answers();
}
