package dev.gatehouse.vehicle.port;

/** The vehicle has changed since the caller read it, or is gone: read it again and decide anew. */
public final class StaleVersion extends RuntimeException {

    public StaleVersion() {
        super("the vehicle has another version than the one it was read with");
    }
}
