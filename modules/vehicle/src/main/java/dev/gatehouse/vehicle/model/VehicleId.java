package dev.gatehouse.vehicle.model;

import java.util.UUID;

/** The id of a vehicle, a UUIDv7 (RFC 9562, section 5.7): those that were added later sort after earlier ones. */
public record VehicleId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
