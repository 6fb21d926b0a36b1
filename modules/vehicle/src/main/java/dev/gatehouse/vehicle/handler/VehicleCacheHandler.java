package dev.gatehouse.vehicle.handler;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.vehicle.VehicleEvents;
import dev.gatehouse.vehicle.model.VehicleId;
import dev.gatehouse.vehicle.port.CachedVehicles;
import dev.gatehouse.vehicle.port.CachedVehiclesUnavailable;
import java.util.Set;
import java.util.UUID;

/** Outdates what is cached of a vehicle that changed, came or went, before any other handler hears of it. */
public final class VehicleCacheHandler implements EventHandler {

    private static final Set<String> TYPES = Set.of(VehicleEvents.ADDED, VehicleEvents.UPDATED, VehicleEvents.REMOVED);

    private final CachedVehicles cached;

    public VehicleCacheHandler(CachedVehicles cached) {
        this.cached = cached;
    }

    @Override
    public String name() {
        return "vehicle-cache";
    }

    @Override
    public boolean handles(String type) {
        return TYPES.contains(type);
    }

    @Override
    public Stage stage() {
        return Stage.FIRST;
    }

    @Override
    public Handled handle(Event event) {
        var owner = new UserId(UUID.fromString(event.data().getOrDefault(VehicleEvents.OWNER, "")));
        long version = Long.parseLong(event.data().getOrDefault(VehicleEvents.VERSION, ""));
        try {
            cached.outdate(new VehicleId(event.subject()), version);
            if (!event.type().equals(VehicleEvents.UPDATED)) {
                cached.outdateLists(owner);
            }
            return new Handled.Done();
        } catch (CachedVehiclesUnavailable down) {
            return new Handled.Later("the cache does not answer");
        }
    }
}
