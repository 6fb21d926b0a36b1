package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.IUserRepository;

/** Forgets the attempts at an account's password that have failed, and with them its locks. */
public final class UnlockAccount {

    public record Command(Caller administrator, UserId user) {}

    public sealed interface Result {
        /** Nothing keeps anybody from trying any more. */
        record Unlocked() implements Result {}

        record NotFound() implements Result {}
    }

    private final IUserRepository users;
    private final LoginAttempts attempts;
    private final AuditLog audit;
    private final UnitOfWork work;

    public UnlockAccount(IUserRepository users, LoginAttempts attempts, AuditLog audit, UnitOfWork work) {
        this.users = users;
        this.attempts = attempts;
        this.audit = audit;
        this.work = work;
    }

    /** To be called again after a failure: then it may or may not be unlocked. */
    public Result handle(Command command) {
        return users.findById(command.user())
                .map(user -> unlocked(command, user))
                .orElseGet(Result.NotFound::new);
    }

    private Result unlocked(Command command, User user) {
        attempts.unlock(user.email());
        return work.run(() -> {
            audit.record(Fact.done(Action.ACCOUNT_UNLOCK)
                    .by(command.administrator().user().value())
                    .on(user.id().value()));
            return new Result.Unlocked();
        });
    }
}
