package dev.gatehouse.identity;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.RecoveryCode;
import dev.gatehouse.identity.model.SecondFactorEvent;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.IUserRepository;
import java.util.List;
import java.util.Map;

/** Gives users with a second factor another list of codes for when it is not at hand; those of the old one are no good. */
public final class ReplaceRecoveryCodes {

    public record Command(UserId user) {}

    public sealed interface Result {
        /**
         * @param recoveryCodes nobody sees them again
         */
        record Replaced(List<RecoveryCode> recoveryCodes) implements Result {
            public Replaced {
                recoveryCodes = List.copyOf(recoveryCodes);
            }
        }

        /** There is no second factor, or no user, to have codes for. */
        record NotOn() implements Result {}
    }

    private final IUserRepository users;
    private final SecondFactors factors;
    private final UnitOfWork work;

    public ReplaceRecoveryCodes(IUserRepository users, SecondFactors factors, UnitOfWork work) {
        this.users = users;
        this.factors = factors;
        this.work = work;
    }

    public Result handle(Command command) {
        return work.run(() -> users.lock(command.user())
                .flatMap(user -> factors.enabled(user.id()).map(factor -> replace(user)))
                .orElseGet(Result.NotOn::new));
    }

    private Result replace(User user) {
        List<RecoveryCode> codes = factors.newCodes(user.id());
        factors.tell(SecondFactorEvent.RECOVERY_CODES_REPLACED, user.id(), Map.of());
        return new Result.Replaced(codes);
    }
}
