package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleSamples;
import dev.gatehouse.vehicle.port.IVehicleRepository;
import dev.gatehouse.vehicle.port.IVehicleRepositoryContract;
import dev.gatehouse.vehicle.port.VinTaken;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class PostgresVehicleRepositoryIT implements IVehicleRepositoryContract {

    private final PostgresVehicleRepository vehicles = new PostgresVehicleRepository(TestPostgres.jdbc());
    private final PostgresUnitOfWork work = TestPostgres.unitOfWork();

    @Override
    public IVehicleRepository vehicles() {
        return vehicles;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }

    @Test
    void anIdThatIsTakenIsNoTakenVin() {
        Vehicle vehicle = VehicleSamples.vehicle();
        vehicles.insert(vehicle);
        Vehicle copy = Vehicle.add(vehicle.id(), vehicle.owner(), VehicleSamples.details(), vehicle.createdAt());
        assertThatThrownBy(() -> vehicles.insert(copy)).isInstanceOf(IllegalStateException.class);
        assertThat(vehicles.findById(vehicle.id())).contains(vehicle);
    }

    @Test
    void aUnitCanGoOnAfterATakenVin() {
        Vehicle first = VehicleSamples.vehicle();
        Vehicle second = VehicleSamples.vehicle(first.owner());
        work.run(() -> {
            vehicles.insert(first);
            Vehicle same = VehicleSamples.vehicle(first.owner(), first.details().vin());
            assertThatThrownBy(() -> vehicles.insert(same)).isInstanceOf(VinTaken.class);
            vehicles.insert(second);
            assertThatThrownBy(() -> vehicles.save(second.withDetails(first.details(), first.createdAt())))
                    .isInstanceOf(VinTaken.class);
            return true;
        });
        assertThat(vehicles.findById(first.id())).contains(first);
        assertThat(vehicles.findById(second.id())).contains(second);
    }

    @Test
    void timesAreCutToMicroseconds() {
        Instant now = Instant.parse("2026-01-02T03:04:05.123456789Z");
        var vehicle = Vehicle.add(
                VehicleSamples.vehicleId(), VehicleSamples.vehicle().owner(), VehicleSamples.details(), now);
        vehicles.insert(vehicle);
        assertThat(vehicles.findById(vehicle.id()).map(Vehicle::createdAt))
                .contains(Instant.parse("2026-01-02T03:04:05.123456Z"));
    }
}
