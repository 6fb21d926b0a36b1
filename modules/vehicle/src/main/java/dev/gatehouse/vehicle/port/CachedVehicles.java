package dev.gatehouse.vehicle.port;

import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.vehicle.model.VehicleId;

/**
 * What is kept of vehicles so that they need not be read each time.
 *
 * <p>Every method is idempotent, has no effect where nothing is kept, and throws {@link CachedVehiclesUnavailable} when
 * what is kept could not be reached, and may still be seen.
 */
public interface CachedVehicles {

    /** Makes sure that nobody sees a version of the vehicle older than this, nor puts one back. One round trip. */
    void outdate(VehicleId vehicle, long version);

    /** Makes sure that nobody sees a page of all vehicles, or of the owner's, as it was before. Two round trips. */
    void outdateLists(UserId owner);
}
