package dev.gatehouse.vehicle.decorator;

import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleSamples;
import dev.gatehouse.vehicle.port.CachedVehicles;
import dev.gatehouse.vehicle.port.CachedVehiclesContract;

final class VehicleCacheRepositoryOutdatesTest implements CachedVehiclesContract {

    private final CachedVehicleRepository house = new CachedVehicleRepository();
    private final VehicleCacheRepository vehicles = house.vehicles;

    @Override
    public CachedVehicles cached() {
        return vehicles;
    }

    @Override
    public Vehicle kept() {
        Vehicle vehicle = VehicleSamples.vehicle();
        vehicles.insert(vehicle);
        vehicles.list(vehicle.owner(), null, 10);
        vehicles.list(null, null, 10);
        return vehicle;
    }

    @Override
    public boolean isKept(Vehicle vehicle) {
        return house.cache.find("vehicle:{" + vehicle.id() + "}").isPresent();
    }

    /** Whether one that came past the cache is missing on both. */
    @Override
    public boolean areListsKept(Vehicle vehicle) {
        Vehicle late = VehicleSamples.vehicle(vehicle.owner());
        house.truth.insert(late);
        return !vehicles.list(vehicle.owner(), null, 10).ids().contains(late.id())
                && !vehicles.list(null, null, 10).ids().contains(late.id());
    }

    @Override
    public void failing(boolean failing) {
        house.failing(failing);
    }
}
