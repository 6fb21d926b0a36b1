package dev.gatehouse.identity.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What there is to be seen of a user's second factor.
 *
 * @param since when it was switched on; null where it is off
 * @param recoveryCodesLeft on the list; 0 where there is none
 */
public record SecondFactorState(@Nullable Instant since, int recoveryCodesLeft) {

    public boolean isOn() {
        return since != null;
    }
}
