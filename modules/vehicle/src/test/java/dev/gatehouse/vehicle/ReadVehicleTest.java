package dev.gatehouse.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.vehicle.ReadVehicle.Result;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleId;
import dev.gatehouse.vehicle.model.VehicleSamples;
import org.junit.jupiter.api.Test;

final class ReadVehicleTest {

    private final InMemoryVehicles house = new InMemoryVehicles();
    private final Vehicle vehicle = house.added();

    private Result read(Caller caller, VehicleId id) {
        return house.read.handle(new ReadVehicle.Command(caller, id));
    }

    @Test
    void itsOwnerAndAdministratorsSeeIt() {
        assertThat(read(house.caller, vehicle.id())).isEqualTo(new Result.Found(vehicle));
        assertThat(read(house.administrator, vehicle.id())).isEqualTo(new Result.Found(vehicle));
    }

    @Test
    void forAnybodyElseItIsAsOneThatIsNotThere() {
        assertThat(read(house.stranger, vehicle.id()))
                .isEqualTo(read(house.stranger, VehicleSamples.vehicleId()))
                .isEqualTo(new Result.NotFound());
    }
}
