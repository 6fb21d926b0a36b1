package dev.gatehouse.identity;

import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.port.SessionProjection;
import dev.gatehouse.identity.port.SessionProjectionUnavailable;
import dev.gatehouse.identity.port.SessionStore;
import dev.gatehouse.identity.port.StoreUnavailable;
import java.time.Duration;
import java.util.List;

/**
 * Tells this instance's projection which sessions ended, wherever that was and whether or not the projection was up
 * then: what makes every instance refuse a revoked token soon, and an old picture harmless.
 */
public final class SpreadSessionEnds {

    /**
     * @param within how far to look back, by the store's clock: a few intervals of the timer, or the life of a
     *     projection after a pause
     */
    public record Command(Duration within) {}

    public sealed interface Result {
        record Spread(List<EndedSession> sessions) implements Result {}

        /** This instance knows, the shared projection does not: look back as far again next time. */
        record ProjectionDown(List<EndedSession> sessions) implements Result {}

        /** Nothing new is known; what is known stays so. */
        record StoreDown() implements Result {}
    }

    private final SessionStore sessions;
    private final SessionProjection projection;

    public SpreadSessionEnds(SessionStore sessions, SessionProjection projection) {
        this.sessions = sessions;
        this.projection = projection;
    }

    /** Idempotent. One look-up, then one round trip if anything ended. */
    public Result handle(Command command) {
        List<EndedSession> ended;
        try {
            ended = sessions.listEnded(command.within());
        } catch (StoreUnavailable down) {
            return new Result.StoreDown();
        }
        try {
            projection.end(ended);
            return new Result.Spread(ended);
        } catch (SessionProjectionUnavailable down) {
            return new Result.ProjectionDown(ended);
        }
    }
}
