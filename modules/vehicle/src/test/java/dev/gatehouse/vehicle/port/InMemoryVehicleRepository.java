package dev.gatehouse.vehicle.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleId;
import dev.gatehouse.vehicle.model.VehiclePage;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Vehicles in a table of the in-memory unit of work, which can be told to be out of reach. */
public final class InMemoryVehicleRepository implements IVehicleRepository {

    /** As a database does: other than those of {@link java.util.UUID}, by their bytes. */
    private static final Comparator<VehicleId> ORDER = Comparator.comparing(VehicleId::toString);

    private final InMemoryUnitOfWork work;
    private final Map<VehicleId, Vehicle> vehicles;
    private volatile boolean down;

    public InMemoryVehicleRepository(InMemoryUnitOfWork work) {
        this.work = work;
        vehicles = work.table();
    }

    /** From now on everything fails, or works again. */
    public void down(boolean isDown) {
        down = isDown;
    }

    @Override
    public void insert(Vehicle vehicle) {
        run(() -> {
            demandFree(vehicle);
            return Optional.ofNullable(vehicles.put(vehicle.id(), vehicle));
        });
    }

    @Override
    public Optional<Vehicle> findById(VehicleId id) {
        return run(() -> Optional.ofNullable(vehicles.get(id)));
    }

    @Override
    public List<Vehicle> findAll(Collection<VehicleId> ids) {
        return run(() -> ids.stream()
                .distinct()
                .sorted(ORDER)
                .flatMap(id -> Stream.ofNullable(vehicles.get(id)))
                .toList());
    }

    @Override
    public VehiclePage list(@Nullable UserId owner, @Nullable VehicleId after, int limit) {
        return run(() -> VehiclePage.of(
                vehicles.values().stream()
                        .filter(vehicle -> owner == null || vehicle.owner().equals(owner))
                        .map(Vehicle::id)
                        .filter(id -> after == null || ORDER.compare(after, id) < 0)
                        .sorted(ORDER)
                        .limit(limit + 1L)
                        .toList(),
                limit));
    }

    @Override
    public Vehicle save(Vehicle vehicle) {
        return run(() -> {
            Vehicle stored = vehicles.get(vehicle.id());
            if (stored == null || stored.version() != vehicle.version()) {
                throw new StaleVersion();
            }
            demandFree(vehicle);
            Vehicle next = vehicle.withNextVersion();
            vehicles.put(next.id(), next);
            return next;
        });
    }

    @Override
    public Optional<Vehicle> delete(VehicleId id) {
        return run(() -> Optional.ofNullable(vehicles.remove(id)));
    }

    /** Nobody else is in a unit while this one is. */
    @Override
    public int lockAndCount(UserId owner) {
        return run(() -> Math.toIntExact(of(owner).count()));
    }

    private Stream<Vehicle> of(UserId owner) {
        return vehicles.values().stream().filter(vehicle -> vehicle.owner().equals(owner));
    }

    private void demandFree(Vehicle vehicle) {
        boolean taken = of(vehicle.owner())
                .filter(other -> !other.id().equals(vehicle.id()))
                .anyMatch(
                        other -> other.details().vin().equals(vehicle.details().vin()));
        if (taken) {
            throw new VinTaken();
        }
    }

    private <T> T run(Supplier<T> work) {
        if (down) {
            throw new VehicleStoreUnavailable(new IllegalStateException("told to be down"));
        }
        return this.work.run(work);
    }
}
