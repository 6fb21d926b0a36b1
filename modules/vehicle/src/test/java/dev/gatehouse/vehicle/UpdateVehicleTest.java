package dev.gatehouse.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.vehicle.UpdateVehicle.Command;
import dev.gatehouse.vehicle.UpdateVehicle.Result;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleDetails;
import dev.gatehouse.vehicle.model.VehicleId;
import dev.gatehouse.vehicle.model.VehicleSamples;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class UpdateVehicleTest {

    private final InMemoryVehicles house = new InMemoryVehicles();
    private final Vehicle vehicle = house.added();
    private final VehicleDetails details = VehicleSamples.details();

    @BeforeEach
    void aMinuteLater() {
        house.identity.clock.advance(Duration.ofMinutes(1));
    }

    private Result update(Caller caller, VehicleId id, VehicleDetails to, @Nullable Long expectedVersion) {
        return house.update.handle(new Command(caller, id, to, expectedVersion));
    }

    private Result update(@Nullable Long expectedVersion) {
        return update(house.caller, vehicle.id(), details, expectedVersion);
    }

    @Test
    void detailsChangeAndNothingElse() {
        Vehicle changed =
                vehicle.withDetails(details, house.identity.clock.instant()).withNextVersion();
        assertThat(update(null)).isEqualTo(new Result.Updated(changed));
        assertThat(house.vehicles.findById(vehicle.id())).contains(changed);
        assertThat(changed.owner()).isEqualTo(house.owner.id());
    }

    @Test
    void itIsToldWithTheNewVersion() {
        update(null);
        assertThat(house.typesOf(vehicle.id())).containsExactly("vehicle.added", "vehicle.updated");
        assertThat(house.eventsOf(vehicle.id()).getLast().data())
                .isEqualTo(Map.of("owner", house.owner.id().toString(), "version", "2"));
    }

    @Test
    void anAdministratorMayChangeItAndItStaysItsOwners() {
        assertThat(update(house.administrator, vehicle.id(), details, 1L))
                .isInstanceOfSatisfying(
                        Result.Updated.class,
                        updated -> assertThat(updated.vehicle().owner()).isEqualTo(house.owner.id()));
    }

    @Test
    void forAnybodyElseItIsAsOneThatIsNotThere() {
        for (Long expected : new Long[] {null, 1L, 2L}) {
            assertThat(update(house.stranger, vehicle.id(), details, expected))
                    .isEqualTo(update(house.stranger, VehicleSamples.vehicleId(), details, expected))
                    .isEqualTo(new Result.NotFound());
        }
        assertThat(house.vehicles.findById(vehicle.id())).contains(vehicle);
    }

    @Test
    void anotherVersionThanTheOneExpectedIsShownAndLeftAlone() {
        assertThat(update(2L)).isEqualTo(new Result.VersionMismatch(vehicle));
        assertThat(update(0L)).isEqualTo(new Result.VersionMismatch(vehicle));
        assertThat(house.typesOf(vehicle.id())).containsExactly("vehicle.added");
    }

    @Test
    void theVinOfAnotherIsRefusedAndItsOwnIsNot() {
        VehicleDetails others = house.added().details();
        assertThat(update(house.caller, vehicle.id(), others, null)).isEqualTo(new Result.VinIsTaken());
        assertThat(house.vehicles.findById(vehicle.id())).contains(vehicle);
        assertThat(update(house.caller, vehicle.id(), vehicle.details(), null)).isInstanceOf(Result.Updated.class);
    }

    @Test
    void ofManyWhoExpectTheSameVersionOneIsHeard() {
        var results = InParallel.run(20, number -> update(1L));
        assertThat(results).filteredOn(Result.Updated.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Result.VersionMismatch.class::isInstance).hasSize(19);
        assertThat(house.typesOf(vehicle.id())).hasSize(2);
    }

    @Test
    void whoeverExpectsNothingIsAlwaysHeard() {
        var results = InParallel.run(20, number -> update(null));
        assertThat(results).hasOnlyElementsOfType(Result.Updated.class);
        assertThat(house.vehicles.findById(vehicle.id()).map(Vehicle::version)).contains(21L);
    }

    @Test
    void withoutItsEventThereIsNoChange() {
        var told = house.eventsOf(vehicle.id()).getFirst();
        var twice = new VehicleEvents(house.identity.events, told::id, house.identity.clock);
        var failing = new UpdateVehicle(house.vehicles, twice, house.identity.work, house.identity.clock);
        assertThatThrownBy(() -> failing.handle(new Command(house.caller, vehicle.id(), details, null)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(house.vehicles.findById(vehicle.id())).contains(vehicle);
    }
}
