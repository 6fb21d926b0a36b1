package dev.gatehouse.vehicle.port;

/** What is kept of vehicles did not answer; an old picture may still be seen. */
public final class CachedVehiclesUnavailable extends RuntimeException {

    public CachedVehiclesUnavailable(Throwable cause) {
        super("the cached vehicles are unavailable", cause);
    }
}
