package dev.gatehouse.identity;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.SecondFactorEvent;
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
     * @param user whose it is
     * @param by who wants it
     */
    public record Command(UserId user, SecondFactorEvent.By by) {}

    public sealed interface Result {
        /** There is none, be it that there was one or not. */
        record Removed() implements Result {}

        /** There is no such user. */
        record Gone() implements Result {}
    }

    private final IUserRepository users;
    private final SecondFactorStore store;
    private final SecondFactors factors;
    private final UnitOfWork work;

    public RemoveSecondFactor(IUserRepository users, SecondFactorStore store, SecondFactors factors, UnitOfWork work) {
        this.users = users;
        this.store = store;
        this.factors = factors;
        this.work = work;
    }

    /** Idempotent; only what was on is told of. */
    public Result handle(Command command) {
        return work.run(() -> users.lock(command.user())
                .map(user -> remove(user, command.by()))
                .orElseGet(Result.Gone::new));
    }

    private Result remove(User user, SecondFactorEvent.By by) {
        if (store.remove(user.id())) {
            factors.tell(SecondFactorEvent.DISABLED, user.id(), SecondFactorEvent.by(by));
        }
        return new Result.Removed();
    }
}
