package dev.gatehouse.vehicle.model;

import static dev.gatehouse.identity.model.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Samples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VehicleTest {

    private final Vehicle vehicle = VehicleSamples.vehicle();

    @Test
    void itIsOpenToItsOwnerAndToAdministrators() {
        assertThat(vehicle.isOpenTo(VehicleSamples.caller(vehicle.owner()))).isTrue();
        assertThat(vehicle.isOpenTo(VehicleSamples.administrator())).isTrue();
        assertThat(vehicle.isOpenTo(VehicleSamples.caller(Samples.userId()))).isFalse();
    }

    @Test
    void detailsAreAllThatChanges() {
        VehicleDetails details = VehicleSamples.details();
        Instant later = NOW.plusSeconds(1);
        assertThat(vehicle.withDetails(details, later).withNextVersion())
                .isEqualTo(new Vehicle(vehicle.id(), vehicle.owner(), details, 2, NOW, later));
    }

    @Test
    void aPageEndsWithWhatTheNextGoesOnAfter() {
        VehicleId first = VehicleSamples.vehicleId();
        VehicleId second = VehicleSamples.vehicleId();
        assertThat(VehiclePage.of(List.of(), 1)).isEqualTo(new VehiclePage(List.of(), null));
        assertThat(VehiclePage.of(List.of(first), 1)).isEqualTo(new VehiclePage(List.of(first), null));
        assertThat(VehiclePage.of(List.of(first, second), 1)).isEqualTo(new VehiclePage(List.of(first), first));
    }
}
