package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.UnitOfWork;
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
    private final AuditLog audit;
    private final UnitOfWork work;

    public DeleteUser(UserDeletion deletion, AuditLog audit, UnitOfWork work) {
        this.deletion = deletion;
        this.audit = audit;
        this.work = work;
    }

    /** Durable when it returns: no token of the user gives access to anything. */
    public Result handle(Command command) {
        if (!command.caller().sees(command.user())) {
            return new Result.NotFound();
        }
        return work.run(() -> switch (deletion.delete(command.user())) {
            case DELETED -> {
                audit.record(fact(Fact.done(Action.USER_DELETE), command));
                yield new Result.Deleted();
            }
            case NOBODY -> new Result.NotFound();
            case LAST_ADMINISTRATOR -> {
                audit.record(fact(Fact.denied(Action.USER_DELETE, "last-administrator"), command));
                yield new Result.LastAdministrator();
            }
        });
    }

    private static Fact fact(Fact fact, Command command) {
        return fact.by(command.caller().user().value()).on(command.user().value());
    }
}
