package dev.gatehouse.identity;

import dev.gatehouse.identity.model.SecondFactorState;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.SecondFactorStore;
import java.time.Instant;

/** Tells whether a user has a second factor, and how many codes are left on their list. */
public final class ReadSecondFactor {

    public record Command(UserId user) {}

    public sealed interface Result {
        record On(Instant since, int recoveryCodesLeft) implements Result {}

        record Off() implements Result {}
    }

    private final SecondFactorStore store;

    public ReadSecondFactor(SecondFactorStore store) {
        this.store = store;
    }

    /** One round trip. */
    public Result handle(Command command) {
        SecondFactorState state = store.look(command.user());
        Instant since = state.since();
        return since == null ? new Result.Off() : new Result.On(since, state.recoveryCodesLeft());
    }
}
