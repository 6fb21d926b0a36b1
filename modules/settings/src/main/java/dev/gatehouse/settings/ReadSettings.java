package dev.gatehouse.settings;

import dev.gatehouse.settings.model.Section;
import dev.gatehouse.settings.model.SectionName;
import dev.gatehouse.settings.port.ISettingsRepository;

/** Shows a section of the settings to whoever asks. */
public final class ReadSettings {

    public record Command(SectionName section) {}

    public sealed interface Result {
        record Found(Section section) implements Result {}

        record NotFound() implements Result {}
    }

    private final ISettingsRepository settings;

    public ReadSettings(ISettingsRepository settings) {
        this.settings = settings;
    }

    /** One round trip. */
    public Result handle(Command command) {
        return settings.find(command.section()).<Result>map(Result.Found::new).orElseGet(Result.NotFound::new);
    }
}
