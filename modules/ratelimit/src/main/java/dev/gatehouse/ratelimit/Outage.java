package dev.gatehouse.ratelimit;

/** What becomes of a limit while nobody can be asked what is used of it. */
public enum Outage {
    /** Each instance counts for itself. */
    OPEN_LOCAL,
    /** It is not enforced. */
    OPEN,
    /** It refuses. */
    CLOSED
}
