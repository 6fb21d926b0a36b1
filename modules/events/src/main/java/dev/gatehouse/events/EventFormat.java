package dev.gatehouse.events;

/** How an event is spelled for other systems: one JSON object, the same whatever carries it there. */
public interface EventFormat {

    /**
     * Spells an event in UTF-8, in the order {@code {"id", "type", "subject", "occurredAt", "data"}} and without blanks:
     * ids in lower case (RFC 9562, section 4), the time in UTC (RFC 3339), the data as an object of texts in the order
     * of their names. The same event has the same spelling every time.
     */
    byte[] encode(Event event);
}
