package dev.gatehouse.app.http.access;

import dev.gatehouse.events.SubjectDelivery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is not done about an event of the user yet, or never will be: mail and messages that were not sent are among it.
 *
 * @param state {@code waiting} or {@code dead}
 * @param dueAt null for what is dead
 * @param reason null for what waits
 */
record DeliveryBody(
        String handler,
        String event,
        String state,
        Instant occurredAt,
        int attempts,
        @Nullable Instant dueAt,
        @Nullable String reason) {

    static DeliveryBody of(SubjectDelivery delivery) {
        return new DeliveryBody(
                delivery.handler(),
                delivery.type(),
                delivery.isDead() ? "dead" : "waiting",
                delivery.occurredAt(),
                delivery.attempts(),
                delivery.dueAt(),
                delivery.reason());
    }
}
