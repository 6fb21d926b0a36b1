package dev.gatehouse.vehicle.port;

import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.vehicle.model.VehicleId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Versions of vehicles, and owners of lists, that are kept, in maps that can be told to fail. */
public final class InMemoryCachedVehicles implements CachedVehicles {

    private final Map<VehicleId, Long> kept = new ConcurrentHashMap<>();
    private final Set<UserId> lists = ConcurrentHashMap.newKeySet();
    private volatile boolean failing;

    /** From now on every call fails, or succeeds again. */
    public void failing(boolean failing) {
        this.failing = failing;
    }

    public void keep(VehicleId vehicle, UserId owner) {
        kept.put(vehicle, 1L);
        lists.add(owner);
    }

    public boolean isKept(VehicleId vehicle) {
        return kept.containsKey(vehicle);
    }

    public boolean areListsKept(UserId owner) {
        return lists.contains(owner);
    }

    @Override
    public void outdate(VehicleId vehicle, long version) {
        answer();
        kept.computeIfPresent(vehicle, (id, there) -> there < version ? null : there);
    }

    @Override
    public void outdateLists(UserId owner) {
        answer();
        lists.remove(owner);
    }

    private void answer() {
        if (failing) {
            throw new CachedVehiclesUnavailable(new IllegalStateException("told to fail"));
        }
    }
}
