package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All sessions, live and ended. A session that ended never lives again.
 *
 * <p>Every method may throw {@link StoreUnavailable}. Writes take part in the caller's unit of work, and are seen by
 * {@link #findLive} once it has committed. Cost: one round trip a call.
 */
public interface SessionStore {

    /**
     * Adds a session of a user that exists, in the unit of work that holds the user's lock, and ends the oldest ones
     * of those that live, the reason being {@link EndReason#LIMIT}, so that {@code most} are left with it.
     *
     * @return those that this call ended; empty when there was room
     */
    List<EndedSession> open(Session session, int most);

    /**
     * Finds what a request needs of a session; empty when it is unknown, another user's, ended, past its end or at rest
     * for too long, when its user may not log in, when the user's epoch has moved on, or when the token was revoked.
     *
     * @param tokenId of the access token that asks, its {@code jti}
     */
    Optional<LiveSession> findLive(UserId user, SessionId session, UUID tokenId);

    /**
     * Begins to find what {@link #findLive} does where that can be done without waiting, so that others can be asked
     * meanwhile. Who takes the answer waits for it; it is to be taken once.
     */
    default Supplier<Optional<LiveSession>> askLive(UserId user, SessionId session, UUID tokenId) {
        return () -> findLive(user, session, tokenId);
    }

    /** Finds a session, be it over or not, whatever became of its user; empty when it is unknown. */
    Optional<Session> find(SessionId session);

    /**
     * Finds a session and keeps others from changing it until the unit of work ends; empty when it is unknown or its
     * user's epoch has moved on.
     */
    Optional<Session> lock(SessionId session);

    /** Saves a session that {@link #lock} returned in this unit of work. */
    void save(Session session);

    /**
     * Ends all live sessions of a user but one, in the unit of work that holds the user's lock.
     *
     * @param keep the session that stays; null for none
     * @return those that this call ended; empty when none was left
     */
    List<EndedSession> endAll(UserId user, @Nullable SessionId keep, EndReason reason);

    /**
     * Lists the sessions that ended before their time within the last while, by the store's own clock; at most 10,000,
     * the newest first.
     */
    List<EndedSession> listEnded(Duration within);

    /**
     * Lists who opened a session last and has not ended it, each once: those of the newest {@code limit} sessions by
     * their ids, in no order.
     *
     * @param limit 1 to 10,000
     */
    List<UserId> listLatestUsers(int limit);
}
