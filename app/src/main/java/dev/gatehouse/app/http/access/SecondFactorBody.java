package dev.gatehouse.app.http.access;

import dev.gatehouse.identity.model.SecondFactorState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What there is to be seen of a second factor.
 *
 * @param since null where it is off
 * @param triesLeft that may be wrong today
 */
record SecondFactorBody(boolean enabled, @Nullable Instant since, int recoveryCodesLeft, int triesLeft) {

    static SecondFactorBody of(SecondFactorState state, int triesLeft) {
        return new SecondFactorBody(state.isOn(), state.since(), state.recoveryCodesLeft(), triesLeft);
    }
}
