package dev.gatehouse.vehicle.decorator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.caching.InMemoryCache.Moment;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleSamples;
import dev.gatehouse.vehicle.port.IVehicleRepository;
import dev.gatehouse.vehicle.port.IVehicleRepositoryContract;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class VehicleCacheRepositoryTest implements IVehicleRepositoryContract {

    private final CachedVehicleRepository house = new CachedVehicleRepository();
    private final VehicleCacheRepository vehicles = house.vehicles;
    private final Vehicle vehicle = VehicleSamples.vehicle();

    @BeforeEach
    void oneVehicle() {
        house.truth.insert(vehicle);
    }

    @Override
    public IVehicleRepository vehicles() {
        return vehicles;
    }

    @Override
    public UnitOfWork work() {
        return house.work;
    }

    private static Vehicle changed(Vehicle vehicle) {
        return vehicle.withDetails(VehicleSamples.details(vehicle.details().vin(), "BE 7"), Samples.NOW);
    }

    @Test
    void whatWasReadIsReadFromTheCacheFromThenOn() {
        vehicles.findById(vehicle.id());
        vehicles.list(vehicle.owner(), null, 10);
        house.truth.delete(vehicle.id());
        assertThat(vehicles.findById(vehicle.id())).contains(vehicle);
        assertThat(vehicles.findAll(List.of(vehicle.id()))).containsExactly(vehicle);
        assertThat(vehicles.list(vehicle.owner(), null, 10).ids()).containsExactly(vehicle.id());
    }

    @Test
    void whatIsDeletedIsGoneWithoutALookBehind() {
        vehicles.findById(vehicle.id());
        vehicles.delete(vehicle.id());
        int loads = house.loads.loads();
        assertThat(vehicles.findById(vehicle.id())).isEmpty();
        assertThat(house.loads.loads()).isEqualTo(loads);
    }

    @Test
    void aReaderThatIsLateDoesNotBringBackWhatWasDeleted() {
        house.cache.next(Moment.BEFORE_FILL, () -> house.instance().delete(vehicle.id()));
        assertThat(vehicles.findById(vehicle.id())).contains(vehicle);
        assertThat(vehicles.findById(vehicle.id())).isEmpty();
    }

    @Test
    void afterAnOutageNobodyReadsWhatWasThereBefore() {
        vehicles.findById(vehicle.id());
        vehicles.list(null, null, 10);
        house.failing(true);
        Vehicle saved = vehicles.save(changed(vehicle));
        Vehicle late = VehicleSamples.vehicle(vehicle.owner());
        vehicles.insert(late);
        house.failing(false);
        assertThat(vehicles.findById(vehicle.id())).contains(saved);
        assertThat(vehicles.list(null, null, 10).ids()).containsExactly(vehicle.id(), late.id());
        assertThat(vehicles.list(vehicle.owner(), null, 10).ids()).containsExactly(vehicle.id(), late.id());
    }
}
