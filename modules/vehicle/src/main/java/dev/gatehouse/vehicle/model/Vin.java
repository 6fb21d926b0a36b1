package dev.gatehouse.vehicle.model;

import dev.gatehouse.identity.model.InvalidValue;
import java.util.Locale;
import java.util.regex.Pattern;

/** A vehicle identification number (ISO 3779): 17 digits and capital letters, without I, O and Q. */
public record Vin(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NPR-Za-hj-npr-z]{17}");

    /** What each character counts, from 0 to Z; a dot stands where no VIN has one. */
    private static final String VALUES = "0123456789.......12345678.12345.7.923456789";

    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final int CHECK_DIGIT = 8;

    /** Reads a number in capital or small letters; surrounding blanks do not count. */
    public static Vin of(String text) {
        String number = text.strip();
        if (!FORM.matcher(number).matches()) {
            throw new InvalidValue("invalid-vin", "A VIN has 17 characters: digits, and letters without I, O and Q.");
        }
        return new Vin(number.toUpperCase(Locale.ROOT));
    }

    /**
     * Whether the ninth character is the check digit of the others (49 CFR 565.15(c)). In North America and China it
     * has to be; elsewhere makers put there what they like, so a VIN may do without.
     */
    public boolean hasCheckDigit() {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (VALUES.charAt(value.charAt(i) - '0') - '0');
        }
        return value.charAt(CHECK_DIGIT) == "0123456789X".charAt(sum % 11);
    }

    /** Personal data, with its owner beside it: never logged by accident. */
    @Override
    public String toString() {
        return "Vin[…]";
    }
}
