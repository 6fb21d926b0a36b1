package dev.gatehouse.vehicle.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWork;

final class InMemoryVehicleRepositoryTest implements IVehicleRepositoryContract {

    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryVehicleRepository vehicles = new InMemoryVehicleRepository(work);

    @Override
    public IVehicleRepository vehicles() {
        return vehicles;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }
}
