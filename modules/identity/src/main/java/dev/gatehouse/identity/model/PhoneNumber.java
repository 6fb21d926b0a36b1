package dev.gatehouse.identity.model;

import java.util.regex.Pattern;

/** A telephone number in E.164: a plus sign, a country code, at most 15 digits in all. */
public record PhoneNumber(String value) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern SEPARATORS = Pattern.compile("[ ().-]");

    /** Reads a number; blanks, dots, dashes and parentheses between the digits do not count. */
    public static PhoneNumber of(String text) {
        String number = text.length() > 40 ? "" : SEPARATORS.matcher(text).replaceAll("");
        if (!E164.matcher(number).matches()) {
            throw new InvalidValue(
                    "invalid-phone", "A phone number starts with + and the country code, for example +41791234567.");
        }
        return new PhoneNumber(number);
    }

    /** Personal data: a number is never logged by accident. */
    @Override
    public String toString() {
        return "PhoneNumber[…]";
    }
}
