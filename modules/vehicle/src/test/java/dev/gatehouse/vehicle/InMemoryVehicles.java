package dev.gatehouse.vehicle;

import dev.gatehouse.events.Event;
import dev.gatehouse.identity.InMemoryIdentity;
import dev.gatehouse.identity.ReadProfile;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.vehicle.handler.OwnerDeletedHandler;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleDetails;
import dev.gatehouse.vehicle.model.VehicleId;
import dev.gatehouse.vehicle.model.VehicleSamples;
import dev.gatehouse.vehicle.port.InMemoryVehicleRepository;
import java.util.List;
import java.util.stream.Stream;

/** All of vehicle, over fakes that share identity's unit of work and clock. */
public final class InMemoryVehicles {

    public final InMemoryIdentity identity = new InMemoryIdentity();
    public final InMemoryVehicleRepository vehicles = new InMemoryVehicleRepository(identity.work);

    private final VehicleEvents events = new VehicleEvents(identity.events, identity.ids::next, identity.clock);

    public final AddVehicle add = new AddVehicle(
            vehicles, new ReadProfile(identity.users), events, identity.work, identity.ids::next, identity.clock);
    public final ReadVehicle read = new ReadVehicle(vehicles);
    public final ListVehicles list = new ListVehicles(vehicles);
    public final UpdateVehicle update = new UpdateVehicle(vehicles, events, identity.work, identity.clock);
    public final RemoveVehicle remove = new RemoveVehicle(vehicles, events, identity.work);
    private final RemoveVehiclesOf removeAll = new RemoveVehiclesOf(vehicles, events, identity.work);
    public final OwnerDeletedHandler ownerDeleted = new OwnerDeletedHandler(removeAll);
    public final VehicleData data = new VehicleData(vehicles, removeAll);

    public final User owner = identity.member();
    public final Caller caller = VehicleSamples.caller(owner.id());
    public final Caller stranger = VehicleSamples.caller(identity.member().id());
    public final Caller administrator = VehicleSamples.administrator();

    public AddVehicle.Result added(VehicleDetails details) {
        return add.handle(new AddVehicle.Command(owner.id(), details));
    }

    /** A vehicle of the owner. */
    public Vehicle added() {
        return ((AddVehicle.Result.Added) added(VehicleSamples.details())).vehicle();
    }

    /** So many vehicles of somebody, without events. */
    public List<Vehicle> stored(UserId owner, int number) {
        var stored = Stream.generate(() -> VehicleSamples.vehicle(owner))
                .limit(number)
                .toList();
        stored.forEach(vehicles::insert);
        return stored;
    }

    public List<Event> eventsOf(VehicleId vehicle) {
        return identity.work.run(() -> identity.events.of(vehicle.value()));
    }

    public List<String> typesOf(VehicleId vehicle) {
        return eventsOf(vehicle).stream().map(Event::type).toList();
    }
}
