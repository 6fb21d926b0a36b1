package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SessionCounts;
import dev.gatehouse.identity.model.UserId;
import java.util.List;

/**
 * Sessions as their owners and operators look at them.
 *
 * <p>Every method may throw {@link StoreUnavailable}. Cost: one round trip a call.
 */
public interface SessionDirectory {

    /** Lists the sessions of a user that live, the one opened last first; at most 200, none for a user nobody knows. */
    List<Session> listLive(UserId user);

    /** Counts: exactly up to 10,000, and beyond that about, so that it costs no more however many there are. */
    SessionCounts count();
}
