package dev.gatehouse.identity.model;

import java.time.Duration;

/**
 * What an account has left of its attempts at its password.
 *
 * @param most that may fail within the window
 * @param left 0 while it is locked
 * @param locks that are not forgotten yet: the next one is longer for each
 * @param lockedFor zero when it is not locked
 */
public record AttemptState(Devices devices, int most, int left, int locks, Duration lockedFor) {

    /** From what devices. */
    public enum Devices {
        /** Those that have signed in to it before. */
        KNOWN,
        OTHERS
    }

    public boolean isLocked() {
        return lockedFor.isPositive();
    }
}
