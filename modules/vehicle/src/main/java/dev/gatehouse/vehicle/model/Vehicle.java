package dev.gatehouse.vehicle.model;

import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.UserId;
import java.time.Instant;

/**
 * A vehicle of a user, who stays its owner as long as it is there.
 *
 * @param version grows by one with every change; 1 when new
 */
public record Vehicle(
        VehicleId id, UserId owner, VehicleDetails details, long version, Instant createdAt, Instant updatedAt) {

    public static Vehicle add(VehicleId id, UserId owner, VehicleDetails details, Instant now) {
        return new Vehicle(id, owner, details, 1, now, now);
    }

    /** Whether somebody may see and change what is an owner's: the owner, and administrators. */
    public static boolean isOpen(UserId owner, Caller caller) {
        return owner.equals(caller.user()) || caller.role() == Role.ADMIN;
    }

    /** Whether somebody may see and change it. For everybody else it is not there. */
    public boolean isOpenTo(Caller caller) {
        return isOpen(owner, caller);
    }

    /** The vehicle with all of its details replaced. */
    public Vehicle withDetails(VehicleDetails newDetails, Instant now) {
        return new Vehicle(id, owner, newDetails, version, createdAt, now);
    }

    /** The vehicle as the store holds it after it was saved. */
    public Vehicle withNextVersion() {
        return new Vehicle(id, owner, details, version + 1, createdAt, updatedAt);
    }
}
