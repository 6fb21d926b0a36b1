package dev.gatehouse.vehicle;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.vehicle.model.Vehicle;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Tells of vehicles. The subject is the vehicle, so that what happened to one stays in order and nobody waits for
 * another; the data are its {@link #OWNER} and {@link #VERSION}.
 */
public final class VehicleEvents {

    public static final String ADDED = "vehicle.added";
    public static final String UPDATED = "vehicle.updated";
    public static final String REMOVED = "vehicle.removed";

    public static final String OWNER = "owner";
    public static final String VERSION = "version";

    private final EventLog log;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public VehicleEvents(EventLog log, Supplier<UUID> ids, Clock clock) {
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    void added(Vehicle vehicle) {
        append(ADDED, vehicle);
    }

    void updated(Vehicle saved) {
        append(UPDATED, saved);
    }

    /** Its end is a version of its own: whoever keeps the highest one they heard of never brings it back. */
    void removed(Vehicle last) {
        append(REMOVED, last.withNextVersion());
    }

    private void append(String type, Vehicle vehicle) {
        var data = Map.of(OWNER, vehicle.owner().toString(), VERSION, Long.toString(vehicle.version()));
        log.append(new Event(ids.get(), type, vehicle.id().value(), clock.instant(), data));
    }
}
