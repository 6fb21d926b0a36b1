package dev.gatehouse.vehicle;

import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleId;
import dev.gatehouse.vehicle.port.IVehicleRepository;

/** Shows a vehicle to those who may see it. */
public final class ReadVehicle {

    public record Command(Caller caller, VehicleId vehicle) {}

    public sealed interface Result {
        record Found(Vehicle vehicle) implements Result {}

        /** There is none, or none that the caller may see. */
        record NotFound() implements Result {}
    }

    private final IVehicleRepository vehicles;

    public ReadVehicle(IVehicleRepository vehicles) {
        this.vehicles = vehicles;
    }

    /** One round trip. */
    public Result handle(Command command) {
        return vehicles.findById(command.vehicle())
                .filter(vehicle -> vehicle.isOpenTo(command.caller()))
                .<Result>map(Result.Found::new)
                .orElseGet(Result.NotFound::new);
    }
}
