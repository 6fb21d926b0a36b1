package dev.gatehouse.vehicle.decorator;

import dev.gatehouse.caching.CacheUnavailable;
import dev.gatehouse.caching.IdPage;
import dev.gatehouse.caching.ThroughCache;
import dev.gatehouse.caching.ThroughList;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleId;
import dev.gatehouse.vehicle.model.VehiclePage;
import dev.gatehouse.vehicle.port.CachedVehicles;
import dev.gatehouse.vehicle.port.CachedVehiclesUnavailable;
import dev.gatehouse.vehicle.port.IVehicleRepository;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle repository that keeps vehicles by id, and pages of ids, in caches. The only place that knows their keys.
 *
 * <p>A change is shown to the caches after its commit, and once more by whoever handles the event that tells of it.
 * Inside a unit of work the repository behind is asked.
 */
public final class VehicleCacheRepository implements IVehicleRepository, CachedVehicles {

    private static final String ALL = "vehicles:all";

    private final IVehicleRepository vehicles;
    private final ThroughCache<Vehicle> cache;
    private final ThroughList pages;
    private final UnitOfWork work;

    public VehicleCacheRepository(
            IVehicleRepository vehicles, ThroughCache<Vehicle> cache, ThroughList pages, UnitOfWork work) {
        this.vehicles = vehicles;
        this.cache = cache;
        this.pages = pages;
        this.work = work;
    }

    @Override
    public Optional<Vehicle> findById(VehicleId id) {
        return work.isOpen() ? vehicles.findById(id) : cache.find(key(id), () -> vehicles.findById(id));
    }

    @Override
    public List<Vehicle> findAll(Collection<VehicleId> ids) {
        if (work.isOpen()) {
            return vehicles.findAll(ids);
        }
        Map<String, VehicleId> byKey =
                ids.stream().distinct().collect(Collectors.toMap(VehicleCacheRepository::key, Function.identity()));
        return cache.findAll(byKey.keySet(), missing -> loadAll(missing, byKey)).values().stream()
                .sorted(Comparator.comparing(vehicle -> vehicle.id().toString()))
                .toList();
    }

    @Override
    public VehiclePage list(@Nullable UserId owner, @Nullable VehicleId after, int limit) {
        if (work.isOpen()) {
            return vehicles.list(owner, after, limit);
        }
        String list = owner == null ? ALL : listOf(owner);
        String name = limit + ":" + (after == null ? "" : after);
        IdPage page = pages.find(list, name, () -> idsOf(vehicles.list(owner, after, limit)));
        List<VehicleId> ids = page.ids().stream().map(VehicleId::new).toList();
        return new VehiclePage(ids, page.hasNext() ? ids.getLast() : null);
    }

    @Override
    public void insert(Vehicle vehicle) {
        vehicles.insert(vehicle);
        work.afterCommit(() -> {
            cache.wrote(key(vehicle.id()), vehicle);
            changedLists(vehicle.owner());
        });
    }

    @Override
    public Vehicle save(Vehicle vehicle) {
        Vehicle saved = vehicles.save(vehicle);
        work.afterCommit(() -> cache.wrote(key(saved.id()), saved));
        return saved;
    }

    @Override
    public Optional<Vehicle> delete(VehicleId id) {
        Optional<Vehicle> deleted = vehicles.delete(id);
        deleted.ifPresent(vehicle -> work.afterCommit(() -> {
            cache.gone(key(id), vehicle.version() + 1);
            changedLists(vehicle.owner());
        }));
        return deleted;
    }

    @Override
    public int lockAndCount(UserId owner) {
        return vehicles.lockAndCount(owner);
    }

    @Override
    public void outdate(VehicleId vehicle, long version) {
        demanding(() -> cache.outdate(key(vehicle), version));
    }

    @Override
    public void outdateLists(UserId owner) {
        demanding(() -> {
            pages.outdate(listOf(owner));
            pages.outdate(ALL);
        });
    }

    private static IdPage idsOf(VehiclePage page) {
        return new IdPage(page.ids().stream().map(VehicleId::value).toList(), page.next() != null);
    }

    private void changedLists(UserId owner) {
        pages.changed(listOf(owner));
        pages.changed(ALL);
    }

    private Map<String, Vehicle> loadAll(Set<String> missing, Map<String, VehicleId> byKey) {
        return vehicles.findAll(missing.stream().map(byKey::get).toList()).stream()
                .collect(Collectors.toMap(vehicle -> key(vehicle.id()), Function.identity()));
    }

    private static void demanding(Runnable call) {
        try {
            call.run();
        } catch (CacheUnavailable down) {
            throw new CachedVehiclesUnavailable(down);
        }
    }

    private static String key(VehicleId id) {
        return "vehicle:{" + id + "}";
    }

    private static String listOf(UserId owner) {
        return "vehicles:user:{" + owner + "}";
    }
}
