package dev.gatehouse.identity;

import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.RevokedToken;
import dev.gatehouse.identity.model.RoleChange;
import dev.gatehouse.identity.port.RevokedTokens;
import dev.gatehouse.identity.port.SessionProjection;
import dev.gatehouse.identity.port.SessionProjectionUnavailable;
import dev.gatehouse.identity.port.SessionStore;
import dev.gatehouse.identity.port.StoreUnavailable;
import dev.gatehouse.identity.port.UserRights;
import java.time.Duration;
import java.util.List;

/**
 * Tells this instance's projection which sessions ended, which tokens were revoked and whose role changed, wherever that
 * was and whether or not the projection was up then: what makes every instance refuse a revoked token soon, and an old
 * picture harmless.
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
    private final RevokedTokens tokens;
    private final UserRights rights;
    private final SessionProjection projection;

    public SpreadSessionEnds(
            SessionStore sessions, RevokedTokens tokens, UserRights rights, SessionProjection projection) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.rights = rights;
        this.projection = projection;
    }

    /** Idempotent. Three look-ups, then a round trip for each kind that there is anything of. */
    public Result handle(Command command) {
        List<EndedSession> ended;
        List<RevokedToken> revoked;
        List<RoleChange> changed;
        try {
            ended = sessions.listEnded(command.within());
            revoked = tokens.listRevoked(command.within());
            changed = rights.listChanged(command.within());
        } catch (StoreUnavailable down) {
            return new Result.StoreDown();
        }
        boolean heardOfSessions = hears(() -> projection.end(ended));
        boolean heardOfTokens = hears(() -> projection.revoke(revoked));
        boolean heardOfRoles = hears(() -> projection.change(changed));
        return heardOfSessions && heardOfTokens && heardOfRoles
                ? new Result.Spread(ended)
                : new Result.ProjectionDown(ended);
    }

    /** Each by itself: what one of them could not tell the shared projection, this instance must know of all. */
    private static boolean hears(Runnable news) {
        try {
            news.run();
            return true;
        } catch (SessionProjectionUnavailable down) {
            return false;
        }
    }
}
