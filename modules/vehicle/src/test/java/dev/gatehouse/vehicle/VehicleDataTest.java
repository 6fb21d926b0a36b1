package dev.gatehouse.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.privacy.Erased;
import dev.gatehouse.privacy.PersonalData;
import dev.gatehouse.privacy.PersonalDataContract;
import dev.gatehouse.vehicle.model.Vehicle;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class VehicleDataTest implements PersonalDataContract {

    private final InMemoryVehicles house = new InMemoryVehicles();

    @Override
    public PersonalData data() {
        return house.data;
    }

    @Override
    public UUID somebody() {
        UserId owner = Samples.userId();
        house.stored(owner, 2);
        return owner.value();
    }

    @Override
    public void down(boolean isDown) {
        house.vehicles.down(isDown);
    }

    @Test
    void allOfThemAreExportedAndTheirEndIsTold() {
        UserId owner = Samples.userId();
        List<Vehicle> own = house.stored(owner, AddVehicle.MOST);
        assertThat(data().export(owner.value()).getOrDefault("vehicles", List.of()))
                .hasSize(AddVehicle.MOST)
                .first()
                .satisfies(held -> assertThat(held.values())
                        .containsEntry("vin", own.getFirst().details().vin().value())
                        .containsEntry("licensePlate", "ZH 123456")
                        .containsEntry("year", 1978));
        assertThat(data().erase(owner.value())).isEqualTo(new Erased.Done(AddVehicle.MOST));
        assertThat(own)
                .allSatisfy(vehicle -> assertThat(house.typesOf(vehicle.id())).containsExactly("vehicle.removed"));
    }
}
