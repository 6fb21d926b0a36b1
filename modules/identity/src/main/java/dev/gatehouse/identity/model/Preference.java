package dev.gatehouse.identity.model;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One thing a user prefers, as whatever client stores it: we give a meaning to {@link #LANGUAGE} alone.
 *
 * @param key 1 to 64 of {@code A-Z a-z 0-9 . _ -}
 * @param value at most 512 characters, without controls; for {@code language} a well-formed tag (BCP 47, RFC 5646)
 */
public record Preference(String key, String value) {

    /** The key of the language that a user is written to in. */
    public static final String LANGUAGE = "language";

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LONGEST = 512;

    public Preference {
        if (!KEY.matcher(key).matches()) {
            throw new InvalidValue("invalid-preference-key", "A key has 1 to 64 letters, digits, dots, _ and -.");
        }
        if (value.codePointCount(0, value.length()) > LONGEST
                || !value.codePoints().allMatch(Preference::accepted)) {
            throw new InvalidValue(
                    "invalid-preference-value",
                    "A value is a text of at most " + LONGEST + " characters, without line breaks and controls.");
        }
        if (key.equals(LANGUAGE) && !isLanguageTag(value)) {
            throw new InvalidValue("invalid-language", "A language is a tag like en, de-CH or zh-Hant (BCP 47).");
        }
    }

    private static boolean accepted(int point) {
        int type = Character.getType(point);
        return type != Character.CONTROL && type != Character.SURROGATE;
    }

    private static boolean isLanguageTag(String value) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(value)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException illFormed) {
            return false;
        }
    }
}
