package dev.gatehouse.vehicle.port;

import static dev.gatehouse.identity.model.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleId;
import dev.gatehouse.vehicle.model.VehicleSamples;
import dev.gatehouse.vehicle.model.Vin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every repository of vehicles promises. */
public interface IVehicleRepositoryContract {

    IVehicleRepository vehicles();

    /** The unit of work that the repository takes part in. */
    UnitOfWork work();

    private Vehicle inserted() {
        return inserted(Samples.userId());
    }

    private Vehicle inserted(UserId owner) {
        Vehicle vehicle = VehicleSamples.vehicle(owner);
        vehicles().insert(vehicle);
        return vehicle;
    }

    private List<Vehicle> insertedMany(UserId owner, int number) {
        return Stream.generate(() -> inserted(owner)).limit(number).toList();
    }

    private static Vehicle plated(Vehicle vehicle, String plate) {
        return vehicle.withDetails(VehicleSamples.details(vehicle.details().vin(), plate), NOW.plusSeconds(1));
    }

    private static Vehicle numbered(Vehicle vehicle, Vin vin) {
        return vehicle.withDetails(VehicleSamples.details(vin), NOW.plusSeconds(1));
    }

    private static boolean succeeds(Runnable write) {
        try {
            write.run();
            return true;
        } catch (VinTaken | StaleVersion lost) {
            return false;
        }
    }

    /** Every page of a list, one after the other, from one vehicle on. */
    private List<VehicleId> pages(@Nullable UserId owner, @Nullable VehicleId from, int limit) {
        var ids = new ArrayList<VehicleId>();
        VehicleId after = from;
        do {
            var page = vehicles().list(owner, after, limit);
            assertThat(page.ids()).hasSizeBetween(page.next() == null ? 0 : limit, limit);
            ids.addAll(page.ids());
            after = page.next();
        } while (after != null);
        return ids;
    }

    private static List<VehicleId> ids(List<Vehicle> vehicles) {
        return vehicles.stream().map(Vehicle::id).toList();
    }

    @Test
    default void whatWasInsertedIsFoundAsItWas() {
        Vehicle vehicle = inserted();
        assertThat(vehicles().findById(vehicle.id())).contains(vehicle);
    }

    @Test
    default void whatIsUnknownIsEmptyWhateverIsAsked() {
        assertThat(vehicles().findById(VehicleSamples.vehicleId())).isEmpty();
        assertThat(vehicles().findAll(List.of(VehicleSamples.vehicleId()))).isEmpty();
        assertThat(vehicles().findAll(List.of())).isEmpty();
        assertThat(pages(Samples.userId(), null, 1)).isEmpty();
        assertThat(vehicles().delete(VehicleSamples.vehicleId())).isEmpty();
        assertThat(vehicles().lockAndCount(Samples.userId())).isZero();
    }

    @Test
    default void manyAreFoundInTheOrderOfTheirIdsWithoutThoseThatAreNotThere() {
        List<Vehicle> three = insertedMany(Samples.userId(), 3);
        var asked = new ArrayList<VehicleId>(ids(three).reversed());
        asked.add(1, VehicleSamples.vehicleId());
        asked.add(asked.getFirst());
        assertThat(vehicles().findAll(asked)).isEqualTo(three);
    }

    @Test
    default void pagesOfAnOwnerFollowEachOtherInTheOrderOfAdding() {
        UserId owner = Samples.userId();
        List<VehicleId> five = ids(insertedMany(owner, 5));
        inserted();
        for (int limit = 1; limit <= 6; limit++) {
            assertThat(pages(owner, null, limit)).isEqualTo(five);
        }
        assertThat(vehicles().list(owner, null, 5).next()).isNull();
        assertThat(vehicles().list(owner, null, 4).next()).isEqualTo(five.get(3));
    }

    @Test
    default void pagesOfAllHoldEverybodys() {
        Vehicle before = inserted();
        List<VehicleId> three = ids(List.of(inserted(), inserted(), inserted()));
        assertThat(pages(null, before.id(), 2)).containsSubsequence(three).doesNotContain(before.id());
        assertThat(pages(null, null, 100)).containsSubsequence(before.id(), three.getLast());
    }

    @Test
    default void aPageGoesOnAfterAVehicleThatIsGone() {
        UserId owner = Samples.userId();
        List<VehicleId> three = ids(insertedMany(owner, 3));
        vehicles().delete(three.getFirst());
        assertThat(pages(owner, three.getFirst(), 2)).isEqualTo(three.subList(1, 3));
    }

    @Test
    default void aVinIsAnOwnersOnceAndSomebodyElsesAsWell() {
        Vehicle first = inserted();
        Vehicle second = VehicleSamples.vehicle(first.owner(), first.details().vin());
        assertThatThrownBy(() -> vehicles().insert(second)).isInstanceOf(VinTaken.class);
        assertThat(vehicles().findById(second.id())).isEmpty();
        vehicles()
                .insert(VehicleSamples.vehicle(Samples.userId(), first.details().vin()));
    }

    @Test
    default void ofManyParallelInsertsOfOneVinOneSucceeds() {
        Vehicle pattern = VehicleSamples.vehicle();
        List<Vehicle> rivals = Stream.generate(() -> VehicleSamples.vehicle(
                        pattern.owner(), pattern.details().vin()))
                .limit(20)
                .toList();

        List<Boolean> won =
                InParallel.run(20, number -> succeeds(() -> vehicles().insert(rivals.get(number))));

        assertThat(won).containsOnlyOnce(true);
        assertThat(pages(pattern.owner(), null, 5))
                .containsExactly(rivals.get(won.indexOf(true)).id());
    }

    @Test
    default void aSavedVehicleIsReturnedAndFoundOneVersionLater() {
        Vehicle changed = numbered(inserted(), VehicleSamples.vin());
        Vehicle saved = vehicles().save(changed);
        assertThat(saved).isEqualTo(changed.withNextVersion());
        assertThat(vehicles().findById(changed.id())).contains(saved);
        assertThat(vehicles().save(plated(saved, "third")).version()).isEqualTo(3);
    }

    @Test
    default void savingAnOldVersionIsRefusedAndChangesNothing() {
        Vehicle old = inserted();
        Vehicle saved = vehicles().save(plated(old, "first"));
        assertThatThrownBy(() -> vehicles().save(plated(old, "late"))).isInstanceOf(StaleVersion.class);
        assertThat(vehicles().findById(old.id())).contains(saved);
    }

    @Test
    default void savingAVehicleThatIsNotThereIsRefused() {
        Vehicle unknown = VehicleSamples.vehicle();
        assertThatThrownBy(() -> vehicles().save(unknown)).isInstanceOf(StaleVersion.class);
        assertThat(vehicles().findById(unknown.id())).isEmpty();
    }

    @Test
    default void ofManyWritersThatReadTheSameVersionOneSucceeds() {
        Vehicle vehicle = inserted();
        List<Boolean> won =
                InParallel.run(20, number -> succeeds(() -> vehicles().save(plated(vehicle, "writer " + number))));
        assertThat(won).containsOnlyOnce(true);
        assertThat(vehicles().findById(vehicle.id()))
                .contains(plated(vehicle, "writer " + won.indexOf(true)).withNextVersion());
    }

    @Test
    default void savingUnderTheVinOfAnotherIsRefusedAndChangesNothing() {
        Vehicle first = inserted();
        Vehicle second = inserted(first.owner());
        assertThatThrownBy(
                        () -> vehicles().save(numbered(second, first.details().vin())))
                .isInstanceOf(VinTaken.class);
        assertThat(vehicles().findById(second.id())).contains(second);
        vehicles().save(numbered(inserted(), first.details().vin()));
    }

    @Test
    default void ofManyVehiclesThatAreGivenOneVinAtOnceOneGetsIt() {
        UserId owner = Samples.userId();
        List<Vehicle> rivals = insertedMany(owner, 10);
        Vin vin = VehicleSamples.vin();

        // In units that go on for a while: what they wrote is not yet to be seen by those who come meanwhile.
        List<Boolean> won = InParallel.run(
                20,
                number -> succeeds(() -> work().run(() -> {
                    if (number < 10) {
                        vehicles().save(numbered(rivals.get(number), vin));
                    } else {
                        vehicles().insert(VehicleSamples.vehicle(owner, vin));
                    }
                    return vehicles().findAll(ids(rivals));
                })));

        assertThat(won).containsOnlyOnce(true);
        assertThat(vehicles().findAll(pages(owner, null, 50)))
                .filteredOn(vehicle -> vehicle.details().vin().equals(vin))
                .hasSize(1);
    }

    @Test
    default void whatIsDeletedIsReturnedAsItWasLastAndThenGone() {
        Vehicle saved = vehicles().save(plated(inserted(), "last"));
        assertThat(vehicles().delete(saved.id())).contains(saved);
        assertThat(vehicles().findById(saved.id())).isEmpty();
        assertThat(pages(saved.owner(), null, 1)).isEmpty();
        assertThat(vehicles().delete(saved.id())).isEmpty();
        vehicles().insert(VehicleSamples.vehicle(saved.owner(), saved.details().vin()));
    }

    @Test
    default void ofManyWhoDeleteItAtOnceOneDoes() {
        Vehicle vehicle = inserted();
        List<Optional<Vehicle>> deleted =
                InParallel.run(20, number -> vehicles().delete(vehicle.id()));
        assertThat(deleted).containsOnlyOnce(Optional.of(vehicle));
        assertThat(deleted).filteredOn(Optional::isEmpty).hasSize(19);
    }

    @Test
    default void whoeverCountsUnderTheLockCountsRight() {
        UserId owner = Samples.userId();
        List<Integer> counted = InParallel.run(20, number -> work().run(() -> {
            int before = vehicles().lockAndCount(owner);
            inserted(owner);
            return before;
        }));
        assertThat(counted)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20).boxed().toList());
    }

    @Test
    default void aUnitSeesItsOwnChanges() {
        Vehicle vehicle = inserted();
        Vehicle saved = work().run(() -> {
            Vehicle other = inserted(vehicle.owner());
            Vehicle changed = vehicles().save(plated(vehicle, "inside"));
            assertThat(vehicles().findById(vehicle.id())).contains(changed);
            assertThat(vehicles().findAll(pages(vehicle.owner(), null, 1))).containsExactly(changed, other);
            assertThat(vehicles().lockAndCount(vehicle.owner())).isEqualTo(2);
            vehicles().delete(other.id());
            return changed;
        });
        assertThat(vehicles().findAll(pages(vehicle.owner(), null, 1))).containsExactly(saved);
    }

    @Test
    default void aUnitThatFailsLeavesNothingBehind() {
        Vehicle vehicle = inserted();
        Vehicle second = inserted(vehicle.owner());
        assertThatThrownBy(() -> work().run(() -> {
                    inserted(vehicle.owner());
                    vehicles().save(plated(vehicle, "never"));
                    vehicles().delete(second.id());
                    throw new IllegalStateException("the unit failed");
                }))
                .hasMessage("the unit failed");
        assertThat(vehicles().findAll(pages(vehicle.owner(), null, 5))).containsExactly(vehicle, second);
    }
}
