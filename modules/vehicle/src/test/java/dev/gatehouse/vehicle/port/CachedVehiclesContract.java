package dev.gatehouse.vehicle.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleSamples;
import org.junit.jupiter.api.Test;

/** What whatever keeps vehicles promises. */
public interface CachedVehiclesContract {

    CachedVehicles cached();

    /** A vehicle of version 1 that is kept, and the first pages of its owner's list and of all. */
    Vehicle kept();

    boolean isKept(Vehicle vehicle);

    /** Whether the pages are kept as they were. */
    boolean areListsKept(Vehicle vehicle);

    /** From now on what is kept cannot be reached, or can be again. */
    void failing(boolean failing);

    @Test
    default void anOutdatedVehicleIsNoLongerKeptButOneOfThatVersionIs() {
        Vehicle vehicle = kept();
        Vehicle other = kept();

        cached().outdate(vehicle.id(), 1);
        assertThat(isKept(vehicle)).isTrue();

        cached().outdate(vehicle.id(), 2);
        cached().outdate(VehicleSamples.vehicleId(), 2);
        assertThat(isKept(vehicle)).isFalse();
        assertThat(isKept(other)).isTrue();
    }

    @Test
    default void outdatedListsAreNoLongerKeptThoughTheirVehiclesAre() {
        Vehicle vehicle = kept();
        assertThat(areListsKept(vehicle)).isTrue();

        cached().outdateLists(vehicle.owner());
        cached().outdateLists(Samples.userId());

        assertThat(areListsKept(vehicle)).isFalse();
        assertThat(isKept(vehicle)).isTrue();
    }

    @Test
    default void whatCannotBeOutdatedIsSaidSo() {
        Vehicle vehicle = kept();
        failing(true);

        assertThatExceptionOfType(CachedVehiclesUnavailable.class).isThrownBy(() -> cached().outdate(vehicle.id(), 2));
        assertThatExceptionOfType(CachedVehiclesUnavailable.class)
                .isThrownBy(() -> cached().outdateLists(vehicle.owner()));
    }
}
