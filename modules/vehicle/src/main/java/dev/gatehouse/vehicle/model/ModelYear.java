package dev.gatehouse.vehicle.model;

import dev.gatehouse.identity.model.InvalidValue;

/** The year that a vehicle's model is named after, which may be the next one: 1886, the first car's, to 2100. */
public record ModelYear(int value) {

    private static final int FIRST = 1886;
    private static final int LAST = 2100;

    public static ModelYear of(int year) {
        if (year < FIRST || year > LAST) {
            throw new InvalidValue("invalid-year", "A model year is between " + FIRST + " and " + LAST + ".");
        }
        return new ModelYear(year);
    }
}
