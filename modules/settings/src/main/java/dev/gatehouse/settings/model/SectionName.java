package dev.gatehouse.settings.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.identity.model.InvalidValue;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a section of the settings is called, for example {@code mobile}.
 *
 * @param value 1 to 64 of {@code a-z 0-9 -}
 */
public record SectionName(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,64}");

    public SectionName {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue("invalid-section", "A section's name has 1 to 64 of a to z, digits and -.");
        }
    }

    /** The same for this name ever after: the subject of the events that tell of it. */
    public UUID subject() {
        return UUID.nameUUIDFromBytes(("settings:" + value).getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return value;
    }
}
