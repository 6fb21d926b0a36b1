package dev.gatehouse.vehicle.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.EventHandlerContract;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.vehicle.AddVehicle;
import dev.gatehouse.vehicle.InMemoryVehicles;
import dev.gatehouse.vehicle.model.Vehicle;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class OwnerDeletedHandlerTest implements EventHandlerContract {

    private final InMemoryVehicles house = new InMemoryVehicles();
    private final Event event =
            new Event(UUID.randomUUID(), "user.deleted", house.owner.id().value(), Samples.NOW, Map.of());

    @Override
    public EventHandler handler() {
        return house.ownerDeleted;
    }

    @Override
    public Event event() {
        return event;
    }

    @Test
    void allVehiclesOfTheUserGoHoweverManyAndNobodyElses() {
        List<Vehicle> own = house.stored(house.owner.id(), AddVehicle.MOST);
        List<Vehicle> strangers = house.stored(house.stranger.user(), 2);

        handler().handle(event);

        assertThat(house.vehicles.list(null, null, 200).ids())
                .containsExactlyElementsOf(strangers.stream().map(Vehicle::id).toList());
        assertThat(own)
                .allSatisfy(vehicle -> assertThat(house.typesOf(vehicle.id())).containsExactly("vehicle.removed"));
    }

    @Test
    void whatComesAgainFindsNothingToTell() {
        Vehicle vehicle = house.added();
        handler().handle(event);
        handler().handle(event);
        assertThat(house.typesOf(vehicle.id())).containsExactly("vehicle.added", "vehicle.removed");
    }

    @Test
    void withoutTheDatabaseItIsLater() {
        house.vehicles.down(true);
        assertThat(handler().handle(event)).isInstanceOf(Handled.Later.class);
    }

    @Test
    void otherEventsAreNotForIt() {
        assertThat(handler().handles("user.registered")).isFalse();
        assertThat(handler().handles("vehicle.removed")).isFalse();
    }
}
