package dev.gatehouse.app.http.vehicle;

import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.vehicle.model.VehicleId;
import java.util.UUID;

/** Reads ids in a path. What is no id is the id of nothing: the nil UUID (RFC 9562, section 5.9), which nobody has. */
final class PathId {

    private static final UUID NIL = new UUID(0, 0);

    private PathId() {}

    static VehicleId vehicle(String text) {
        return new VehicleId(read(text));
    }

    static UserId user(String text) {
        return new UserId(read(text));
    }

    private static UUID read(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return NIL;
        }
    }
}
