package dev.gatehouse.vehicle.model;

/** What the plates of a vehicle say, as its owner writes it: 1 to 20 characters of any script. */
public record LicensePlate(String value) {

    private static final int LONGEST = 20;

    public static LicensePlate of(String text) {
        return new LicensePlate(Words.read(text, LONGEST, "invalid-license-plate", "A license plate"));
    }

    /** Personal data: never logged by accident. */
    @Override
    public String toString() {
        return "LicensePlate[…]";
    }
}
