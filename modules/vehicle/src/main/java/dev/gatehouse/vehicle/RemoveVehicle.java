package dev.gatehouse.vehicle;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleId;
import dev.gatehouse.vehicle.port.IVehicleRepository;
import java.util.Optional;

/** Removes a vehicle for good. */
public final class RemoveVehicle {

    public record Command(Caller caller, VehicleId vehicle) {}

    public sealed interface Result {
        record Removed() implements Result {}

        /** There is none, or none that the caller may see. */
        record NotFound() implements Result {}
    }

    private final IVehicleRepository vehicles;
    private final VehicleEvents events;
    private final UnitOfWork work;

    public RemoveVehicle(IVehicleRepository vehicles, VehicleEvents events, UnitOfWork work) {
        this.vehicles = vehicles;
        this.events = events;
        this.work = work;
    }

    /** All or nothing; of many at once one removes it. */
    public Result handle(Command command) {
        return work.run(() -> {
            Optional<Vehicle> removed = vehicles.findById(command.vehicle())
                    .filter(vehicle -> vehicle.isOpenTo(command.caller()))
                    .flatMap(vehicle -> vehicles.delete(vehicle.id()));
            removed.ifPresent(events::removed);
            return removed.isPresent() ? new Result.Removed() : new Result.NotFound();
        });
    }
}
