package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.postgres.PostgresVehicleRepository;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.ReadProfile;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.vehicle.AddVehicle;
import dev.gatehouse.vehicle.ListVehicles;
import dev.gatehouse.vehicle.ReadVehicle;
import dev.gatehouse.vehicle.RemoveVehicle;
import dev.gatehouse.vehicle.RemoveVehiclesOf;
import dev.gatehouse.vehicle.UpdateVehicle;
import dev.gatehouse.vehicle.VehicleData;
import dev.gatehouse.vehicle.VehicleEvents;
import dev.gatehouse.vehicle.decorator.VehicleCacheRepository;
import dev.gatehouse.vehicle.decorator.VehicleCodec;
import dev.gatehouse.vehicle.handler.OwnerDeletedHandler;
import dev.gatehouse.vehicle.handler.VehicleCacheHandler;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.port.CachedVehicles;
import dev.gatehouse.vehicle.port.IVehicleRepository;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires vehicle. */
@Factory
final class VehicleFactory {

    @Singleton
    VehicleCacheRepository vehicleRepository(
            JdbcOperations jdbc, CacheStore store, ThroughCaches through, CachingSettings settings, UnitOfWork work) {
        var cache = through.over(
                store.values("vehicles", new VehicleCodec()), "vehicles", Vehicle::version, settings.rowTtl());
        var pages = through.lists(store, "vehicle-pages", settings.ttl());
        return new VehicleCacheRepository(new PostgresVehicleRepository(jdbc), cache, pages, work);
    }

    @Singleton
    VehicleCacheHandler vehicleCacheHandler(CachedVehicles cached) {
        return new VehicleCacheHandler(cached);
    }

    @Singleton
    VehicleEvents vehicleEvents(EventLog log, IdGenerator ids, Clock clock) {
        return new VehicleEvents(log, ids::next, clock);
    }

    @Singleton
    AddVehicle addVehicle(
            IVehicleRepository vehicles,
            ReadProfile readProfile,
            VehicleEvents events,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        return new AddVehicle(vehicles, readProfile, events, work, ids::next, clock);
    }

    @Singleton
    ReadVehicle readVehicle(IVehicleRepository vehicles) {
        return new ReadVehicle(vehicles);
    }

    @Singleton
    ListVehicles listVehicles(IVehicleRepository vehicles) {
        return new ListVehicles(vehicles);
    }

    @Singleton
    UpdateVehicle updateVehicle(IVehicleRepository vehicles, VehicleEvents events, UnitOfWork work, Clock clock) {
        return new UpdateVehicle(vehicles, events, work, clock);
    }

    @Singleton
    RemoveVehicle removeVehicle(IVehicleRepository vehicles, VehicleEvents events, UnitOfWork work) {
        return new RemoveVehicle(vehicles, events, work);
    }

    @Singleton
    RemoveVehiclesOf removeVehiclesOf(IVehicleRepository vehicles, VehicleEvents events, UnitOfWork work) {
        return new RemoveVehiclesOf(vehicles, events, work);
    }

    @Singleton
    OwnerDeletedHandler ownerDeletedHandler(RemoveVehiclesOf removeVehiclesOf) {
        return new OwnerDeletedHandler(removeVehiclesOf);
    }

    @Singleton
    VehicleData vehicleData(IVehicleRepository vehicles, RemoveVehiclesOf removeVehiclesOf) {
        return new VehicleData(vehicles, removeVehiclesOf);
    }
}
