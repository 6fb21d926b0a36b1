package dev.gatehouse.identity;

import dev.gatehouse.identity.model.SecondFactor;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.SecondFactorStore;
import java.time.Instant;
import java.util.Objects;

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

    /** Two round trips, or one where there is none. */
    public Result handle(Command command) {
        return store.find(command.user())
                .filter(SecondFactor::isOn)
                .<Result>map(factor ->
                        new Result.On(Objects.requireNonNull(factor.enabledAt()), store.countCodes(command.user())))
                .orElseGet(Result.Off::new);
    }
}
