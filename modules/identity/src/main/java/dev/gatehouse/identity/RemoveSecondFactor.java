package dev.gatehouse.identity;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.SecondFactorEvent;
import dev.gatehouse.identity.model.SecondFactorEvent.By;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.SecondFactorStore;

/**
 * Takes a user's second factor away, with their list of codes and the trust in their devices: because they want none, or
 * by an administrator, because they have lost it.
 */
public final class RemoveSecondFactor {

    /**
     * @param caller who wants it: the user, or an administrator
     * @param user whose it is
     */
    public record Command(Caller caller, UserId user) {}

    public sealed interface Result {
        /** There is none, be it that there was one or not. */
        record Removed() implements Result {}

        /** There is no such user. */
        record Gone() implements Result {}
    }

    private final IUserRepository users;
    private final SecondFactorStore store;
    private final SecondFactors factors;
    private final AuditLog audit;
    private final UnitOfWork work;

    public RemoveSecondFactor(
            IUserRepository users, SecondFactorStore store, SecondFactors factors, AuditLog audit, UnitOfWork work) {
        this.users = users;
        this.store = store;
        this.factors = factors;
        this.audit = audit;
        this.work = work;
    }

    /** Idempotent; only what was on is told of. */
    public Result handle(Command command) {
        return work.run(() -> users.lock(command.user())
                .map(user -> remove(user, command.caller()))
                .orElseGet(Result.Gone::new));
    }

    private Result remove(User user, Caller caller) {
        if (store.remove(user.id())) {
            var by = caller.user().equals(user.id()) ? By.USER : By.ADMIN;
            factors.tell(SecondFactorEvent.DISABLED, user.id(), SecondFactorEvent.by(by));
            audit.record(Fact.done(Action.SECOND_FACTOR_DISABLE)
                    .by(caller.user().value())
                    .on(user.id().value()));
        }
        return new Result.Removed();
    }
}
