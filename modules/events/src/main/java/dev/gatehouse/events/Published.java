package dev.gatehouse.events;

/** What the other side said to an event. */
public sealed interface Published {

    /** It has the event, and answers for it from now on. */
    record Taken() implements Published {}

    /**
     * It will not have this very event, however often it is sent.
     *
     * @param reason for the administrator: no secret, no personal data
     */
    record Refused(String reason) implements Published {}
}
