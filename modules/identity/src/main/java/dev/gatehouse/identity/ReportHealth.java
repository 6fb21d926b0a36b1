package dev.gatehouse.identity;

import dev.gatehouse.identity.model.SessionCounts;
import dev.gatehouse.identity.port.CachedUsers;
import dev.gatehouse.identity.port.SessionDirectory;
import dev.gatehouse.identity.port.SessionProjection;

/** Says how this instance is, and how much it has to do with. */
public final class ReportHealth {

    public record Command() {}

    public sealed interface Result {
        /**
         * @param projection whether the projection answers; without it, all goes on, slower
         * @param cachedUsers that this instance keeps near
         */
        record Reported(boolean projection, SessionCounts counts, long cachedUsers) implements Result {}
    }

    private final SessionDirectory directory;
    private final SessionProjection projection;
    private final CachedUsers cached;

    public ReportHealth(SessionDirectory directory, SessionProjection projection, CachedUsers cached) {
        this.directory = directory;
        this.projection = projection;
        this.cached = cached;
    }

    /** One round trip to the projection, and one to the store if nobody asked it a moment ago. */
    public Result handle(Command command) {
        return new Result.Reported(projection.answers(), directory.count(), cached.countNear());
    }
}
