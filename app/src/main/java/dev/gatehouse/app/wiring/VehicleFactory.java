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
import dev.gatehouse.vehicle.VehicleEvents;
import dev.gatehouse.vehicle.handler.OwnerDeletedHandler;
import dev.gatehouse.vehicle.port.IVehicleRepository;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires vehicle. */
@Factory
final class VehicleFactory {

    @Singleton
    IVehicleRepository vehicleRepository(JdbcOperations jdbc) {
        return new PostgresVehicleRepository(jdbc);
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
    OwnerDeletedHandler ownerDeletedHandler(IVehicleRepository vehicles, VehicleEvents events, UnitOfWork work) {
        return new OwnerDeletedHandler(new RemoveVehiclesOf(vehicles, events, work));
    }
}
