package dev.gatehouse.vehicle.model;

/** What its maker calls a vehicle: 1 to 100 characters. */
public record ModelName(String value) {

    private static final int LONGEST = 100;

    public static ModelName of(String text) {
        return new ModelName(Words.read(text, LONGEST, "invalid-model", "A model"));
    }
}
