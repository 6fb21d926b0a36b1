package dev.gatehouse.vehicle;

import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleId;
import dev.gatehouse.vehicle.model.VehiclePage;
import dev.gatehouse.vehicle.port.IVehicleRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows vehicles, the ones that were added first before the others. */
public final class ListVehicles {

    /**
     * @param owner whose; null for all that the caller may see
     * @param after the last vehicle of the page before; null for the first page
     * @param limit vehicles a page
     */
    public record Command(
            Caller caller, @Nullable UserId owner, @Nullable VehicleId after, int limit) {}

    public sealed interface Result {
        /**
         * @param vehicles fewer than the limit, even none, where some were removed a moment ago
         * @param next what to go on after; null when this is the last page
         */
        record Page(List<Vehicle> vehicles, @Nullable VehicleId next) implements Result {}

        /** The caller may not see vehicles of that owner, if there is such a user at all. */
        record NotFound() implements Result {}
    }

    private final IVehicleRepository vehicles;

    public ListVehicles(IVehicleRepository vehicles) {
        this.vehicles = vehicles;
    }

    /** Two round trips. */
    public Result handle(Command command) {
        UserId owner = command.owner();
        if (owner != null && !Vehicle.isOpen(owner, command.caller())) {
            return new Result.NotFound();
        }
        VehiclePage page =
                vehicles.list(owner == null ? allOf(command.caller()) : owner, command.after(), command.limit());
        return new Result.Page(vehicles.findAll(page.ids()), page.next());
    }

    private static @Nullable UserId allOf(Caller caller) {
        return caller.role() == Role.ADMIN ? null : caller.user();
    }
}
