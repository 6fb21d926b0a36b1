package dev.gatehouse.vehicle.handler;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.Handled;
import dev.gatehouse.events.UnitOfWorkUnavailable;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.vehicle.RemoveVehiclesOf;
import dev.gatehouse.vehicle.port.VehicleStoreUnavailable;

/** Removes the vehicles of a user who was deleted. What was removed before it stopped stays so. */
public final class OwnerDeletedHandler implements EventHandler {

    private final RemoveVehiclesOf removeVehiclesOf;

    public OwnerDeletedHandler(RemoveVehiclesOf removeVehiclesOf) {
        this.removeVehiclesOf = removeVehiclesOf;
    }

    @Override
    public String name() {
        return "vehicles-of-deleted-user";
    }

    @Override
    public boolean handles(String type) {
        return type.equals("user.deleted");
    }

    @Override
    public Handled handle(Event event) {
        var command = new RemoveVehiclesOf.Command(new UserId(event.subject()));
        try {
            RemoveVehiclesOf.Result result;
            do {
                result = removeVehiclesOf.handle(command);
            } while (result instanceof RemoveVehiclesOf.Result.More);
            return new Handled.Done();
        } catch (VehicleStoreUnavailable | UnitOfWorkUnavailable down) {
            return new Handled.Later("the database is down");
        }
    }
}
