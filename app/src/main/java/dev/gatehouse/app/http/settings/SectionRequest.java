package dev.gatehouse.app.http.settings;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.http.problem.Input;
import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.InvalidValue;
import dev.gatehouse.settings.ReplaceSettings;
import dev.gatehouse.settings.model.Section;
import dev.gatehouse.settings.model.SectionName;
import dev.gatehouse.settings.model.Setting;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /api/admin/config/{section}}, which is the map itself: all entries, in place of the old.
 *
 * @param entries of whatever type, so that one that is no text is refused by its name
 */
@Schema(type = "object", additionalPropertiesSchema = String.class)
record SectionRequest(@JsonAnySetter @Schema(hidden = true) Map<String, JsonNode> entries) {

    ReplaceSettings.Command command(Caller caller, String section, @Nullable Long expectedVersion) {
        var frame = new Input();
        var name = frame.required("/section", section, SectionName::new);
        frame.made("", this::few);
        frame.check();

        var input = new Input();
        var texts = new TreeMap<String, String>();
        entries.forEach((key, value) -> input.made(pointer(key), () -> texts.put(key, text(key, value))));
        input.check();
        return new ReplaceSettings.Command(caller.user(), name.get(), texts, expectedVersion);
    }

    private SectionRequest few() {
        Section.demandFew(entries.size());
        return this;
    }

    private static String text(String key, JsonNode value) {
        if (value.isTextual()) {
            return new Setting(key, value.textValue()).value();
        }
        throw new InvalidValue("not-a-text", "A value is a text: no number, no object, not null.");
    }

    /** RFC 6901, section 4. */
    private static String pointer(String key) {
        return "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
