package dev.gatehouse.identity;

import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.UserId;

/** Deletes a user: sessions, credential and all that identity has of them at once, and by an event what others have. */
public final class DeleteUser {

    public record Command(Caller caller, UserId user) {}

    public sealed interface Result {
        record Deleted() implements Result {}

        /** There is no such user for the caller. */
        record NotFound() implements Result {}

        /** After it, there would be no administrator who may log in. */
        record LastAdministrator() implements Result {}
    }

    private final UserDeletion deletion;

    public DeleteUser(UserDeletion deletion) {
        this.deletion = deletion;
    }

    /** Durable when it returns: no token of the user gives access to anything. */
    public Result handle(Command command) {
        if (!command.caller().sees(command.user())) {
            return new Result.NotFound();
        }
        return switch (deletion.delete(command.user())) {
            case DELETED -> new Result.Deleted();
            case NOBODY -> new Result.NotFound();
            case LAST_ADMINISTRATOR -> new Result.LastAdministrator();
        };
    }
}
