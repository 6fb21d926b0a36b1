package dev.gatehouse.identity;

import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.SessionDirectory;
import dev.gatehouse.identity.port.SessionProjection;
import dev.gatehouse.identity.port.SessionProjectionUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Lists where whoever calls is signed in. */
public final class ListSessions {

    public record Command(Caller caller) {}

    public sealed interface Result {
        /** The one opened last first. */
        record Listed(List<Listing> sessions) implements Result {}
    }

    /**
     * A session that lives.
     *
     * @param current whether it is the one that asks
     * @param lastActive to the minute; of one that nobody has used for a while, to the life of an access token
     */
    public record Listing(Session session, boolean current, Instant lastActive) {}

    private final SessionDirectory directory;
    private final SessionProjection projection;

    public ListSessions(SessionDirectory directory, SessionProjection projection) {
        this.directory = directory;
        this.projection = projection;
    }

    /** Two round trips. What the projection does not know, the last refresh says. */
    public Result handle(Command command) {
        Caller caller = command.caller();
        Map<SessionId, Instant> active = lastActive(caller.user());
        return new Result.Listed(directory.listLive(caller.user()).stream()
                .map(session -> new Listing(
                        session,
                        session.id().equals(caller.session()),
                        later(session.rotatedAt(), active.getOrDefault(session.id(), session.rotatedAt()))))
                .toList());
    }

    private Map<SessionId, Instant> lastActive(UserId user) {
        try {
            return projection.lastActive(user);
        } catch (SessionProjectionUnavailable down) {
            return Map.of();
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
