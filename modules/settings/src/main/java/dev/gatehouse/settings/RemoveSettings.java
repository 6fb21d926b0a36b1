package dev.gatehouse.settings;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.settings.model.SectionName;
import dev.gatehouse.settings.port.ISettingsRepository;
import java.util.OptionalLong;

/** Removes a section of the settings. */
public final class RemoveSettings {

    public record Command(SectionName section) {}

    public sealed interface Result {
        record Removed() implements Result {}

        record NotFound() implements Result {}
    }

    private final ISettingsRepository settings;
    private final SettingsEvents events;
    private final UnitOfWork work;

    public RemoveSettings(ISettingsRepository settings, SettingsEvents events, UnitOfWork work) {
        this.settings = settings;
        this.events = events;
        this.work = work;
    }

    /** All or nothing; of many at once one removes it. */
    public Result handle(Command command) {
        return work.run(() -> {
            // Whoever replaces the version that they have seen holds the lock: not even a removal comes in between.
            settings.lock(command.section());
            OptionalLong version = settings.delete(command.section());
            version.ifPresent(removed -> events.changed(command.section(), removed));
            return version.isPresent() ? new Result.Removed() : new Result.NotFound();
        });
    }
}
