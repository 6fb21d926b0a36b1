package dev.gatehouse.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.vehicle.RemoveVehicle.Result;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleId;
import dev.gatehouse.vehicle.model.VehicleSamples;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RemoveVehicleTest {

    private final InMemoryVehicles house = new InMemoryVehicles();
    private final Vehicle vehicle = house.added();

    private Result remove(Caller caller, VehicleId id) {
        return house.remove.handle(new RemoveVehicle.Command(caller, id));
    }

    @Test
    void itIsGoneAndThatIsToldAsItsLastVersion() {
        assertThat(remove(house.caller, vehicle.id())).isEqualTo(new Result.Removed());
        assertThat(house.vehicles.findById(vehicle.id())).isEmpty();
        assertThat(house.typesOf(vehicle.id())).containsExactly("vehicle.added", "vehicle.removed");
        assertThat(house.eventsOf(vehicle.id()).getLast().data())
                .isEqualTo(Map.of("owner", house.owner.id().toString(), "version", "2"));
    }

    @Test
    void anAdministratorMayRemoveIt() {
        assertThat(remove(house.administrator, vehicle.id())).isEqualTo(new Result.Removed());
    }

    @Test
    void forAnybodyElseItIsAsOneThatIsNotThere() {
        assertThat(remove(house.stranger, vehicle.id()))
                .isEqualTo(remove(house.stranger, VehicleSamples.vehicleId()))
                .isEqualTo(new Result.NotFound());
        assertThat(house.vehicles.findById(vehicle.id())).contains(vehicle);
    }

    @Test
    void ofManyAtOnceOneRemovesIt() {
        var results = InParallel.run(20, number -> remove(house.caller, vehicle.id()));
        assertThat(results).containsOnlyOnce(new Result.Removed());
        assertThat(house.typesOf(vehicle.id())).hasSize(2);
    }
}
