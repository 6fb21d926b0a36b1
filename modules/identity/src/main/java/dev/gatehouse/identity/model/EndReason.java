package dev.gatehouse.identity.model;

/** Why a session ended before its time. */
public enum EndReason {
    LOGOUT,
    LOGOUT_ALL,
    REFRESH_REUSED,
    PASSWORD_CHANGED,
    PASSWORD_RESET
}
