package dev.gatehouse.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has become of one event for one handler, as far as it is not done.
 *
 * @param attempts how often the handler failed
 * @param dueAt when the handler sees it next, or how long it may still be under way; null for what is dead
 * @param reason why it died; null for what is not dead
 */
public record SubjectDelivery(
        String handler,
        String type,
        Instant occurredAt,
        int attempts,
        @Nullable Instant dueAt,
        @Nullable String reason) {

    public boolean isDead() {
        return reason != null;
    }
}
