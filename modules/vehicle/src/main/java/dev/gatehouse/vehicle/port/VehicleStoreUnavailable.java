package dev.gatehouse.vehicle.port;

/** The store of vehicles cannot be reached. */
public final class VehicleStoreUnavailable extends RuntimeException {

    public VehicleStoreUnavailable(Throwable cause) {
        super("the store of vehicles is unavailable", cause);
    }
}
