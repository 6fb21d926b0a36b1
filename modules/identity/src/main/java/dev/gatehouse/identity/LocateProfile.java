package dev.gatehouse.identity;

import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.CachedUsers;

/** Tells whether it is worth the while to begin with {@link ReadProfile} before its result may be shown. */
public final class LocateProfile {

    public record Command(UserId user) {}

    public sealed interface Result {
        /** Reading it costs no round trip: soon enough when it is wanted, and fresher then. */
        record Near() implements Result {}

        record Far() implements Result {}
    }

    private final CachedUsers cached;

    public LocateProfile(CachedUsers cached) {
        this.cached = cached;
    }

    /** No round trip. */
    public Result handle(Command command) {
        return cached.isNear(command.user()) ? new Result.Near() : new Result.Far();
    }
}
