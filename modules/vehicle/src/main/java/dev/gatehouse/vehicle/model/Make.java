package dev.gatehouse.vehicle.model;

/** Who made a vehicle, as people call it: 1 to 50 characters. */
public record Make(String value) {

    private static final int LONGEST = 50;

    public static Make of(String text) {
        return new Make(Words.read(text, LONGEST, "invalid-make", "A make"));
    }
}
