package dev.gatehouse.vehicle.decorator;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.vehicle.port.IVehicleRepository;
import dev.gatehouse.vehicle.port.IVehicleRepositoryContract;

/** The whole contract holds while the cache is down. */
final class VehicleCacheRepositoryWithoutCacheTest implements IVehicleRepositoryContract {

    private final CachedVehicleRepository house = new CachedVehicleRepository();

    VehicleCacheRepositoryWithoutCacheTest() {
        house.failing(true);
    }

    @Override
    public IVehicleRepository vehicles() {
        return house.vehicles;
    }

    @Override
    public UnitOfWork work() {
        return house.work;
    }
}
