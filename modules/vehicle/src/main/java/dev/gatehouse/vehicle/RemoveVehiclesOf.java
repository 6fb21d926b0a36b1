package dev.gatehouse.vehicle;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.vehicle.port.IVehicleRepository;

/** Removes the vehicles of a user who is gone, so many at once that nobody waits long for us. */
public final class RemoveVehiclesOf {

    private static final int BATCH = 25;

    public record Command(UserId owner) {}

    public sealed interface Result {
        /** There are none left. */
        record Done() implements Result {}

        /** There may be more: ask again. */
        record More() implements Result {}
    }

    private final IVehicleRepository vehicles;
    private final VehicleEvents events;
    private final UnitOfWork work;

    public RemoveVehiclesOf(IVehicleRepository vehicles, VehicleEvents events, UnitOfWork work) {
        this.vehicles = vehicles;
        this.events = events;
        this.work = work;
    }

    /** One unit of work, of two round trips a vehicle. */
    public Result handle(Command command) {
        return work.run(() -> {
            vehicles.lockAndCount(command.owner());
            var page = vehicles.list(command.owner(), null, BATCH);
            page.ids().forEach(id -> vehicles.delete(id).ifPresent(events::removed));
            return page.next() == null ? new Result.Done() : new Result.More();
        });
    }
}
