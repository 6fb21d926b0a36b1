package dev.gatehouse.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.vehicle.AddVehicle.Command;
import dev.gatehouse.vehicle.AddVehicle.Result;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleDetails;
import dev.gatehouse.vehicle.model.VehicleSamples;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AddVehicleTest {

    private final InMemoryVehicles house = new InMemoryVehicles();
    private final VehicleDetails details = VehicleSamples.details();

    @Test
    void aVehicleIsItsOwnersSinceNow() {
        Instant now = house.identity.clock.instant();
        Vehicle vehicle = ((Result.Added) house.added(details)).vehicle();
        assertThat(vehicle).isEqualTo(new Vehicle(vehicle.id(), house.owner.id(), details, 1, now, now));
        assertThat(vehicle.id().value().version()).isEqualTo(7);
        assertThat(house.vehicles.findById(vehicle.id())).contains(vehicle);
    }

    @Test
    void itIsToldWithItsOwnerAndVersion() {
        Vehicle vehicle = house.added();
        assertThat(house.eventsOf(vehicle.id())).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("vehicle.added");
            assertThat(event.occurredAt()).isEqualTo(vehicle.createdAt());
            assertThat(event.data()).isEqualTo(Map.of("owner", house.owner.id().toString(), "version", "1"));
        });
    }

    @Test
    void anOwnerHasAVinOnce() {
        house.added(details);
        assertThat(house.added(details)).isEqualTo(new Result.VinIsTaken());
        assertThat(house.vehicles.lockAndCount(house.owner.id())).isEqualTo(1);
    }

    @Test
    void whatOthersHaveIsNotToldByTheAnswer() {
        house.added(details);
        assertThat(house.add.handle(new Command(house.stranger.user(), details)))
                .isInstanceOf(Result.Added.class);
    }

    @Test
    void ofManyAtOnceNoMoreAreAddedThanAnOwnerMayHave() {
        house.stored(house.owner.id(), AddVehicle.MOST - 3);
        var results = InParallel.run(20, number -> house.added(VehicleSamples.details()));
        assertThat(results).filteredOn(Result.Added.class::isInstance).hasSize(3);
        assertThat(results).filteredOn(new Result.TooMany()::equals).hasSize(17);
    }

    @Test
    void whoeverRemovesOneMayAddAnother() {
        var stored = house.stored(house.owner.id(), AddVehicle.MOST);
        assertThat(house.added(details)).isEqualTo(new Result.TooMany());
        house.vehicles.delete(stored.getFirst().id());
        assertThat(house.added(details)).isInstanceOf(Result.Added.class);
    }

    @Test
    void aUserWhoIsGoneAddsNothing() {
        var nobody = Samples.userId();
        assertThat(house.add.handle(new Command(nobody, details))).isEqualTo(new Result.Gone());
        assertThat(house.vehicles.lockAndCount(nobody)).isZero();
    }
}
