package dev.gatehouse.vehicle;

import dev.gatehouse.events.UnitOfWorkUnavailable;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.privacy.Erased;
import dev.gatehouse.privacy.Held;
import dev.gatehouse.privacy.PersonalData;
import dev.gatehouse.privacy.PersonalDataUnavailable;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleDetails;
import dev.gatehouse.vehicle.model.VehicleId;
import dev.gatehouse.vehicle.model.VehiclePage;
import dev.gatehouse.vehicle.port.IVehicleRepository;
import dev.gatehouse.vehicle.port.VehicleStoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The vehicles of a person. Each is told of as it goes, as if its owner had removed it. */
public final class VehicleData implements PersonalData {

    private static final int PAGE = 100;

    private final IVehicleRepository vehicles;
    private final RemoveVehiclesOf removeVehiclesOf;

    public VehicleData(IVehicleRepository vehicles, RemoveVehiclesOf removeVehiclesOf) {
        this.vehicles = vehicles;
        this.removeVehiclesOf = removeVehiclesOf;
    }

    @Override
    public String name() {
        return "vehicles";
    }

    @Override
    public Map<String, List<Held>> export(UUID person) {
        try {
            List<Held> held = vehicles.findAll(idsOf(person)).stream()
                    .map(VehicleData::held)
                    .toList();
            return held.isEmpty() ? Map.of() : Map.of("vehicles", held);
        } catch (VehicleStoreUnavailable down) {
            throw new PersonalDataUnavailable(down);
        }
    }

    private static Held held(Vehicle vehicle) {
        VehicleDetails details = vehicle.details();
        return Held.NOTHING
                .with("id", vehicle.id().toString())
                .with("vin", details.vin().value())
                .with("make", details.make().value())
                .with("model", details.model().value())
                .with("year", details.year().value())
                .with("licensePlate", details.plate().value())
                .with("createdAt", vehicle.createdAt())
                .with("updatedAt", vehicle.updatedAt());
    }

    @Override
    public Erased erase(UUID person) {
        var command = new RemoveVehiclesOf.Command(new UserId(person));
        try {
            int things = idsOf(person).size();
            RemoveVehiclesOf.Result result;
            do {
                result = removeVehiclesOf.handle(command);
            } while (result instanceof RemoveVehiclesOf.Result.More);
            return new Erased.Done(things);
        } catch (VehicleStoreUnavailable | UnitOfWorkUnavailable down) {
            throw new PersonalDataUnavailable(down);
        }
    }

    private List<VehicleId> idsOf(UUID person) {
        var ids = new ArrayList<VehicleId>();
        @Nullable VehicleId after = null;
        do {
            VehiclePage page = vehicles.list(new UserId(person), after, PAGE);
            ids.addAll(page.ids());
            after = page.next();
        } while (after != null);
        return ids;
    }
}
