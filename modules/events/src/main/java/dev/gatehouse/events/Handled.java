package dev.gatehouse.events;

/** What became of an event in the hands of a handler. */
public sealed interface Handled {

    /** It is done, or there was nothing to do. */
    record Done() implements Handled {}

    /**
     * What the handler needs is down, whatever the event: the handler rests a while and then goes on with it. It may
     * take days; no event is lost by it.
     *
     * @param reason for the log: no secret, no personal data
     */
    record Later(String reason) implements Handled {}

    /**
     * It will never be done: a dead letter at once.
     *
     * @param reason for the administrator: no secret, no personal data
     */
    record Refused(String reason) implements Handled {}
}
