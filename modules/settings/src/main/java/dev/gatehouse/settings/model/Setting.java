package dev.gatehouse.settings.model;

import dev.gatehouse.identity.model.InvalidValue;
import java.util.regex.Pattern;

/**
 * One thing that clients are told. What it means is between operators and clients.
 *
 * @param key 1 to 64 of {@code A-Z a-z 0-9 . _ -}
 * @param value at most 512 characters, without controls
 */
public record Setting(String key, String value) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LONGEST = 512;

    public Setting {
        if (!KEY.matcher(key).matches()) {
            throw new InvalidValue("invalid-setting-key", "A key has 1 to 64 letters, digits, dots, _ and -.");
        }
        if (value.codePointCount(0, value.length()) > LONGEST
                || !value.codePoints().allMatch(Setting::accepted)) {
            throw new InvalidValue(
                    "invalid-setting-value",
                    "A value is a text of at most " + LONGEST + " characters, without line breaks and controls.");
        }
    }

    private static boolean accepted(int point) {
        int type = Character.getType(point);
        return type != Character.CONTROL && type != Character.SURROGATE;
    }
}
