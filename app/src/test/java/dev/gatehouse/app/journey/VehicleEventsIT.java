package dev.gatehouse.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.Eventually;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What of vehicles is told, and what is done about users who are gone. */
final class VehicleEventsIT {

    private static final Gatehouse gatehouse = Gatehouse.shared();

    private final Vehicles owner = Vehicles.ofUser(gatehouse.api());

    private static Event deleted(Vehicles user) {
        return new Event(UUID.randomUUID(), "user.deleted", user.uuid(), Instant.now(), Map.of());
    }

    private static List<String> told(String vehicle) {
        return JourneyEvents.of(UUID.fromString(vehicle)).stream()
                .map(event -> event.type() + " " + event.data().get("version"))
                .toList();
    }

    @Test
    void whatHappensToAVehicleIsToldInOrderAndWithoutWhatIsPersonal() {
        String id = owner.added();
        owner.update(id, Vehicles.body());
        owner.remove(id);

        assertThat(told(id)).containsExactly("vehicle.added 1", "vehicle.updated 2", "vehicle.removed 3");
        assertThat(JourneyEvents.of(UUID.fromString(id))).allSatisfy(event -> assertThat(event.data())
                .containsOnlyKeys("owner", "version")
                .containsEntry("owner", owner.id()));
    }

    @Test
    void theVehiclesOfAUserWhoIsDeletedGoAndThatIsTold() {
        List<String> own = Stream.generate(owner::added).limit(30).toList();
        String strangers = Vehicles.ofUser(gatehouse.api()).added();

        gatehouse.bean(EventLog.class).append(deleted(owner));

        Eventually.holds("the vehicles are gone", () -> Sql.column(
                        "SELECT id FROM vehicle.vehicles WHERE owner_id = ?", owner.uuid())
                .isEmpty());
        assertThat(own).allSatisfy(id -> assertThat(told(id)).containsExactly("vehicle.added 1", "vehicle.removed 2"));
        assertThat(Sql.column("SELECT id FROM vehicle.vehicles WHERE id = ?::uuid", strangers))
                .hasSize(1);
    }
}
