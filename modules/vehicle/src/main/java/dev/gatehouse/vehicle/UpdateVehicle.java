package dev.gatehouse.vehicle;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleDetails;
import dev.gatehouse.vehicle.model.VehicleId;
import dev.gatehouse.vehicle.port.IVehicleRepository;
import dev.gatehouse.vehicle.port.StaleVersion;
import dev.gatehouse.vehicle.port.VinTaken;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes what is said of a vehicle. */
public final class UpdateVehicle {

    /**
     * @param expectedVersion the version the change is meant for; null for whichever is there
     */
    public record Command(
            Caller caller,
            VehicleId vehicle,
            VehicleDetails details,
            @Nullable Long expectedVersion) {}

    public sealed interface Result {
        record Updated(Vehicle vehicle) implements Result {}

        /** Somebody changed it first. */
        record VersionMismatch(Vehicle current) implements Result {}

        /** The owner has another one with this VIN. */
        record VinIsTaken() implements Result {}

        /** There is none, or none that the caller may see. */
        record NotFound() implements Result {}
    }

    private final IVehicleRepository vehicles;
    private final VehicleEvents events;
    private final UnitOfWork work;
    private final Clock clock;

    public UpdateVehicle(IVehicleRepository vehicles, VehicleEvents events, UnitOfWork work, Clock clock) {
        this.vehicles = vehicles;
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /** All or nothing; of parallel changes that expect the same version one is made, of those that expect none, all. */
    public Result handle(Command command) {
        while (true) {
            try {
                return work.run(() -> update(command));
            } catch (StaleVersion lost) {
                // Somebody else's change was made in between: each round, one of us gets done.
            } catch (VinTaken taken) {
                return new Result.VinIsTaken();
            }
        }
    }

    private Result update(Command command) {
        Optional<Vehicle> found =
                vehicles.findById(command.vehicle()).filter(vehicle -> vehicle.isOpenTo(command.caller()));
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        Vehicle vehicle = found.get();
        Long expected = command.expectedVersion();
        if (expected != null && expected != vehicle.version()) {
            return new Result.VersionMismatch(vehicle);
        }
        Vehicle saved = vehicles.save(vehicle.withDetails(command.details(), clock.instant()));
        events.updated(saved);
        return new Result.Updated(saved);
    }
}
