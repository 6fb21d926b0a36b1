package dev.gatehouse.app.http.events;

import dev.gatehouse.events.DeadLetter;
import dev.gatehouse.events.Event;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A dead letter as administrators see it.
 *
 * @param attempts how often the handler failed; 0 when it refused the event at once
 */
record DeadLetterBody(UUID id, String handler, EventBody event, int attempts, String reason, Instant deadAt) {

    record EventBody(UUID id, String type, UUID subject, Instant occurredAt, Map<String, String> data) {

        static EventBody of(Event event) {
            return new EventBody(event.id(), event.type(), event.subject(), event.occurredAt(), event.data());
        }
    }

    static DeadLetterBody of(DeadLetter letter) {
        return new DeadLetterBody(
                letter.id(),
                letter.handler(),
                EventBody.of(letter.event()),
                letter.attempts(),
                letter.reason(),
                letter.deadAt());
    }
}
