package dev.gatehouse.vehicle.port;

import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.vehicle.model.Vehicle;
import dev.gatehouse.vehicle.model.VehicleId;
import dev.gatehouse.vehicle.model.VehiclePage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All vehicles.
 *
 * <p>Every method may throw {@link VehicleStoreUnavailable}. Writes take part in the caller's unit of work when there is
 * one. Cost: one round trip a call.
 */
public interface IVehicleRepository {

    /**
     * Adds a vehicle, whole or not at all.
     *
     * @throws VinTaken when the owner has one with this VIN; of any number of parallel inserts one succeeds
     */
    void insert(Vehicle vehicle);

    /** Finds a vehicle as of the last commit, or as of this unit of work; empty when there is none. */
    Optional<Vehicle> findById(VehicleId id);

    /** Finds those that are there, in the order of their ids; none for none. */
    List<Vehicle> findAll(Collection<VehicleId> ids);

    /**
     * Lists vehicles in the order of their ids, which is that of their adding.
     *
     * @param owner whose; null for everybody's
     * @param after the last one of the page before, whether or not it is still there; null to begin
     * @param limit at most so many, and at least 1
     */
    VehiclePage list(@Nullable UserId owner, @Nullable VehicleId after, int limit);

    /**
     * Saves a vehicle that was read before, and returns it with its version one higher. Nothing is changed when it
     * throws. A second round trip finds out why it had to.
     *
     * @throws StaleVersion when the stored version is not that of {@code vehicle}
     * @throws VinTaken when the owner has another one with this VIN, however many are saved or inserted in parallel
     */
    Vehicle save(Vehicle vehicle);

    /** Deletes a vehicle, and returns it as it was last; empty when there is none, as for all but one of many at once. */
    Optional<Vehicle> delete(VehicleId id);

    /**
     * Keeps others who ask for the same from going on, until the caller's unit of work ends, and then counts the owner's
     * vehicles. Whoever adds some, or removes all, asks for it first. An owner whom nobody knows has none.
     */
    int lockAndCount(UserId owner);
}
