package dev.gatehouse.identity.model;

/** Something that keeps a user from logging in, or from going on once they have. */
public enum Obstacle {
    DISABLED,
    /** Where addresses are to be confirmed first. */
    EMAIL_UNVERIFIED,
    /** There is none to log in with. */
    NO_PASSWORD,
    /** Too many attempts have failed from devices that have signed in before. */
    KNOWN_DEVICES_LOCKED,
    /** Too many attempts have failed from all other devices. */
    OTHER_DEVICES_LOCKED,
    /** Every request of the user is refused, because of their limits or by an administrator. */
    BLOCKED
}
