package dev.gatehouse.vehicle.port;

import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleSamples;

final class InMemoryCachedVehiclesTest implements CachedVehiclesContract {

    private final InMemoryCachedVehicles cached = new InMemoryCachedVehicles();

    @Override
    public CachedVehicles cached() {
        return cached;
    }

    @Override
    public Vehicle kept() {
        Vehicle vehicle = VehicleSamples.vehicle();
        cached.keep(vehicle.id(), vehicle.owner());
        return vehicle;
    }

    @Override
    public boolean isKept(Vehicle vehicle) {
        return cached.isKept(vehicle.id());
    }

    @Override
    public boolean areListsKept(Vehicle vehicle) {
        return cached.areListsKept(vehicle.owner());
    }

    @Override
    public void failing(boolean failing) {
        cached.failing(failing);
    }
}
