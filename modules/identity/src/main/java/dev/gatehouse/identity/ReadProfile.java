package dev.gatehouse.identity;

import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.IUserRepository;

/** Shows a user to themselves: the hot path. */
public final class ReadProfile {

    public record Command(UserId user) {}

    public sealed interface Result {
        record Found(User user) implements Result {}

        /** The user was deleted a moment ago. */
        record Gone() implements Result {}
    }

    private final IUserRepository users;

    public ReadProfile(IUserRepository users) {
        this.users = users;
    }

    /** One round trip to the cache when it is warm. */
    public Result handle(Command command) {
        return users.findById(command.user()).<Result>map(Result.Found::new).orElseGet(Result.Gone::new);
    }
}
