package dev.gatehouse.identity.model;

/** Why a session ended before its time. */
public enum EndReason {
    LOGOUT,
    LOGOUT_ALL,
    REFRESH_REUSED,
    /** By its owner, from a list of their devices. */
    DEVICE_ENDED,
    /** Its owner opened one more than may live. */
    LIMIT,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    /** An administrator disabled the user. */
    DISABLED,
    /** The user was deleted. */
    DELETED,
    /** An administrator ended all of the user's sessions. */
    ADMIN,
    /** Its owner shows a second factor from now on, which this one has not seen. */
    SECOND_FACTOR_ENABLED
}
