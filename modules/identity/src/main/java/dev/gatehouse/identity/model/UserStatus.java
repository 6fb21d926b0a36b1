package dev.gatehouse.identity.model;

/** Whether a user may log in. */
public enum UserStatus {
    ACTIVE,
    DISABLED
}
