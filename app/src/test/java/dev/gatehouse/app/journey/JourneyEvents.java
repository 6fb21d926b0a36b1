package dev.gatehouse.app.journey;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler.Stage;
import dev.gatehouse.events.Eventually;
import dev.gatehouse.events.RecordingHandler;
import dev.gatehouse.settings.SettingsEvents;
import dev.gatehouse.vehicle.VehicleEvents;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What every Gatehouse of this JVM tells of itself in events: they share one handler, as they share the database. */
@Factory
final class JourneyEvents {

    static final String REUSED = "session.refresh-token-reused";
    static final String BLOCKED = "rate-limit.subject-blocked";
    static final String ENDED_BY_LIMIT = "session.ended-by-limit";
    static final String REFUSED = "journey.refused";

    static final RecordingHandler HANDLER = new RecordingHandler(
            "journey",
            Stage.THEN,
            REUSED,
            REFUSED,
            BLOCKED,
            ENDED_BY_LIMIT,
            VehicleEvents.ADDED,
            VehicleEvents.UPDATED,
            VehicleEvents.REMOVED,
            SettingsEvents.CHANGED);

    @Singleton
    RecordingHandler handler() {
        return HANDLER;
    }

    /** The events of a type that a user, or whatever else, was the subject of, once none of them is on its way. */
    static List<Event> of(String type, UUID subject) {
        return of(subject).stream().filter(event -> event.type().equals(type)).toList();
    }

    /** Those of every type that the handler is for. */
    static List<Event> of(UUID subject) {
        Eventually.holds("all of its events arrived", () -> Sql.column("""
                                SELECT 1 FROM events.outbox WHERE subject = ?
                                UNION ALL SELECT 1 FROM events.deliveries WHERE subject = ?
                                """, subject, subject)
                .isEmpty());
        return HANDLER.events().stream()
                .filter(event -> event.subject().equals(subject))
                .toList();
    }
}
