package dev.gatehouse.app.http.vehicle;

import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of vehicles.
 *
 * @param nextCursor what to go on after; null when this is the last page
 */
record VehiclePageBody(List<VehicleBody> items, @Nullable UUID nextCursor) {

    static VehiclePageBody of(List<Vehicle> vehicles, @Nullable VehicleId next) {
        return new VehiclePageBody(vehicles.stream().map(VehicleBody::of).toList(), next == null ? null : next.value());
    }
}
