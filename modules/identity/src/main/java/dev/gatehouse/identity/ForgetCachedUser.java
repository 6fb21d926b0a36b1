package dev.gatehouse.identity;

import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.CachedUsers;
import dev.gatehouse.identity.port.CachedUsersUnavailable;

/** Makes the next look at a user a look at the truth: others say that they have changed it. */
public final class ForgetCachedUser {

    public record Command(UserId user) {}

    public sealed interface Result {
        /** Nothing old is kept of the user, if there is one. */
        record Forgotten() implements Result {}

        /** The cache is down: to be done again. */
        record NotYet() implements Result {}
    }

    private final CachedUsers cached;

    public ForgetCachedUser(CachedUsers cached) {
        this.cached = cached;
    }

    /** Idempotent. */
    public Result handle(Command command) {
        try {
            cached.forget(command.user());
            return new Result.Forgotten();
        } catch (CachedUsersUnavailable down) {
            return new Result.NotYet();
        }
    }
}
