package dev.gatehouse.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Sample events. */
public final class Events {

    public static final String MADE = "thing.made";
    public static final String CHANGED = "thing.changed";

    private Events() {}

    public static Event made() {
        return of(MADE, UUID.randomUUID());
    }

    public static Event of(String type, UUID subject) {
        return new Event(
                UUID.randomUUID(), type, subject, Instant.parse("2026-01-02T03:04:05.678Z"), Map.of("reason", "test"));
    }
}
