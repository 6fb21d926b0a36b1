package dev.gatehouse.vehicle.model;

import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Vehicles to test with: valid, and with ids and VINs that no other has. */
public final class VehicleSamples {

    /** In ascending order, as those of vehicles are that were added one after the other. */
    private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis() << 16 | 0x7000L);

    private static final AtomicLong VINS = new AtomicLong();

    private VehicleSamples() {}

    public static VehicleId vehicleId() {
        return new VehicleId(new UUID(IDS.addAndGet(1L << 16), UUID.randomUUID().getLeastSignificantBits()));
    }

    public static Vin vin() {
        return Vin.of(String.format(Locale.ROOT, "WVWZZZ1JZ%08d", VINS.incrementAndGet()));
    }

    public static VehicleDetails details() {
        return details(vin());
    }

    public static VehicleDetails details(Vin vin) {
        return details(vin, "ZH 123456");
    }

    public static VehicleDetails details(Vin vin, String plate) {
        return new VehicleDetails(
                vin, Make.of("Citroën"), ModelName.of("2CV 6"), ModelYear.of(1978), LicensePlate.of(plate));
    }

    public static Vehicle vehicle() {
        return vehicle(Samples.userId());
    }

    public static Vehicle vehicle(UserId owner) {
        return vehicle(owner, vin());
    }

    public static Vehicle vehicle(UserId owner, Vin vin) {
        return Vehicle.add(vehicleId(), owner, details(vin), Samples.NOW);
    }

    public static Caller caller(UserId user) {
        return new Caller(user, Samples.sessionId(), Role.USER);
    }

    public static Caller administrator() {
        return new Caller(Samples.userId(), Samples.sessionId(), Role.ADMIN);
    }
}
