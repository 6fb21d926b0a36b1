package dev.gatehouse.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One fact that other parts of the house, or other systems, may act on.
 *
 * @param id unique; a consumer that sees it twice has seen the same fact
 * @param type dotted and in the past tense, for example {@code user.registered}; 64 characters at most
 * @param subject whom it happened to; events of one subject keep their order
 * @param data flat and free of secrets and personal data; {@value #MOST_DATA} characters at most, names and values
 *     together, so that whatever carries events can carry each of them
 */
public record Event(UUID id, String type, UUID subject, Instant occurredAt, Map<String, String> data) {

    private static final int MOST_DATA = 16_384;

    public Event {
        if (type.isEmpty() || type.length() > 64) {
            throw new IllegalArgumentException("an event's type has 1 to 64 characters: " + type);
        }
        data = Map.copyOf(data);
        if (data.entrySet().stream()
                        .mapToLong(entry ->
                                entry.getKey().length() + entry.getValue().length())
                        .sum()
                > MOST_DATA) {
            throw new IllegalArgumentException("an event's data have at most " + MOST_DATA + " characters: " + type);
        }
    }
}
