package dev.gatehouse.vehicle.port;

/** The owner has another vehicle with this VIN. */
public final class VinTaken extends RuntimeException {

    public VinTaken() {
        super("the owner has another vehicle with this VIN");
    }
}
