package dev.gatehouse.app.consumer;

/** What becomes of a message. */
enum Verdict {
    /** The work is done, and the message with it. */
    DONE,
    /** It cannot be done now: the message stays in hand, and is tried again after a pause. */
    LATER,
    /** It can never be done: the message is dropped, or goes where the broker sends what was rejected. */
    POISON
}
