package dev.gatehouse.identity;

import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.IUserRepository;
import java.util.Optional;

/** Shows a user to themselves and to administrators. */
public final class ReadUser {

    public record Command(Caller caller, UserId user) {}

    public sealed interface Result {
        record Found(User user) implements Result {}

        /** There is no such user for the caller. */
        record NotFound() implements Result {}
    }

    private final IUserRepository users;

    public ReadUser(IUserRepository users) {
        this.users = users;
    }

    /** One round trip; none for somebody else's. */
    public Result handle(Command command) {
        return Optional.of(command.user())
                .filter(command.caller()::sees)
                .flatMap(users::findById)
                .<Result>map(Result.Found::new)
                .orElseGet(Result.NotFound::new);
    }
}
