package dev.gatehouse.vehicle.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.EventHandler.Stage;
import dev.gatehouse.events.EventHandlerContract;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleSamples;
import dev.gatehouse.vehicle.port.InMemoryCachedVehicles;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class VehicleCacheHandlerTest implements EventHandlerContract {

    private final InMemoryCachedVehicles cached = new InMemoryCachedVehicles();
    private final EventHandler handler = new VehicleCacheHandler(cached);
    private final Vehicle vehicle = VehicleSamples.vehicle();

    VehicleCacheHandlerTest() {
        cached.keep(vehicle.id(), vehicle.owner());
    }

    @Override
    public EventHandler handler() {
        return handler;
    }

    @Override
    public Event event() {
        return event("vehicle.removed");
    }

    private Event event(String type) {
        var data = Map.of("owner", vehicle.owner().toString(), "version", "2");
        return new Event(UUID.randomUUID(), type, vehicle.id().value(), Samples.NOW, data);
    }

    @Test
    void runsBeforeAllOthers() {
        assertThat(handler.stage()).isEqualTo(Stage.FIRST);
        assertThat(handler.handles("vehicle.added")).isTrue();
        assertThat(handler.handles("user.deleted")).isFalse();
    }

    @Test
    void aChangeOutdatesTheVehicleAndNoList() {
        handler.handle(event("vehicle.updated"));
        assertThat(cached.isKept(vehicle.id())).isFalse();
        assertThat(cached.areListsKept(vehicle.owner())).isTrue();
    }

    @Test
    void whatComesOrGoesOutdatesTheListsToo() {
        for (String type : new String[] {"vehicle.added", "vehicle.removed"}) {
            cached.keep(vehicle.id(), vehicle.owner());
            handler.handle(event(type));
            assertThat(cached.isKept(vehicle.id())).isFalse();
            assertThat(cached.areListsKept(vehicle.owner())).isFalse();
        }
    }

    @Test
    void comesAgainWhenTheCacheDoesNotAnswer() {
        cached.failing(true);
        assertThat(handler.handle(event())).isInstanceOf(Handled.Later.class);
    }
}
