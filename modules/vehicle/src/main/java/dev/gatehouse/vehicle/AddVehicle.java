package dev.gatehouse.vehicle;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.ReadProfile;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleDetails;
import dev.gatehouse.vehicle.model.VehicleId;
import dev.gatehouse.vehicle.port.IVehicleRepository;
import dev.gatehouse.vehicle.port.VinTaken;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** Adds a vehicle to those of a user. */
public final class AddVehicle {

    /** Vehicles of one owner. */
    public static final int MOST = 100;

    public record Command(UserId owner, VehicleDetails details) {}

    public sealed interface Result {
        record Added(Vehicle vehicle) implements Result {}

        /** The user has one with this VIN. */
        record VinIsTaken() implements Result {}

        /** The user has {@link #MOST}. */
        record TooMany() implements Result {}

        /** The user was deleted a moment ago. */
        record Gone() implements Result {}
    }

    private final IVehicleRepository vehicles;
    private final ReadProfile readProfile;
    private final VehicleEvents events;
    private final UnitOfWork work;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public AddVehicle(
            IVehicleRepository vehicles,
            ReadProfile readProfile,
            VehicleEvents events,
            UnitOfWork work,
            Supplier<UUID> ids,
            Clock clock) {
        this.vehicles = vehicles;
        this.readProfile = readProfile;
        this.events = events;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** All or nothing; however many are added at once, no owner has more than {@link #MOST}. */
    public Result handle(Command command) {
        try {
            return work.run(() -> add(command));
        } catch (VinTaken taken) {
            return new Result.VinIsTaken();
        }
    }

    private Result add(Command command) {
        if (vehicles.lockAndCount(command.owner()) >= MOST) {
            return new Result.TooMany();
        }
        // Under the lock: either we see that the owner is gone, or RemoveVehiclesOf sees what we add.
        if (readProfile.handle(new ReadProfile.Command(command.owner())) instanceof ReadProfile.Result.Gone) {
            return new Result.Gone();
        }
        var vehicle = Vehicle.add(new VehicleId(ids.get()), command.owner(), command.details(), clock.instant());
        vehicles.insert(vehicle);
        events.added(vehicle);
        return new Result.Added(vehicle);
    }
}
