package dev.gatehouse.app.http.identity;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.ReplacePreferences;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.identity.model.Preference;
import dev.gatehouse.identity.model.Preferences;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /api/auth/profile/preferences}, which is the map itself: all preferences, in place of the old.
 *
 * @param entries of whatever type, so that one that is no text is refused by its name
 */
@Schema(type = "object", additionalPropertiesSchema = String.class)
record PreferencesRequest(
        @JsonAnySetter @Schema(hidden = true) Map<String, JsonNode> entries) {

    ReplacePreferences.Command command(Caller caller, @Nullable Long expectedVersion) {
        var size = new Input();
        size.made("", this::few);
        size.check();

        var input = new Input();
        var texts = new TreeMap<String, String>();
        entries.forEach((key, value) -> input.made(pointer(key), () -> texts.put(key, text(key, value))));
        input.check();
        return new ReplacePreferences.Command(caller.user(), texts, expectedVersion);
    }

    private PreferencesRequest few() {
        Preferences.demandFew(entries.size());
        return this;
    }

    private static String text(String key, JsonNode value) {
        if (value.isTextual()) {
            return new Preference(key, value.textValue()).value();
        }
        throw new InvalidValue("not-a-text", "A value is a text: no number, no object, not null.");
    }

    /** RFC 6901, section 4. */
    private static String pointer(String key) {
        return "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
