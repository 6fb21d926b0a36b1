package dev.gatehouse.settings;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.settings.model.SectionName;
import dev.gatehouse.settings.port.ISettingsRepository;
import java.util.OptionalLong;

/** Removes a section of the settings. */
public final class RemoveSettings {

    public record Command(UserId administrator, SectionName section) {}

    public sealed interface Result {
        record Removed() implements Result {}

        record NotFound() implements Result {}
    }

    private final ISettingsRepository settings;
    private final SettingsEvents events;
    private final AuditLog audit;
    private final UnitOfWork work;

    public RemoveSettings(ISettingsRepository settings, SettingsEvents events, AuditLog audit, UnitOfWork work) {
        this.settings = settings;
        this.events = events;
        this.audit = audit;
        this.work = work;
    }

    /** All or nothing; of many at once one removes it. */
    public Result handle(Command command) {
        return work.run(() -> {
            // Whoever replaces the version that they have seen holds the lock: not even a removal comes in between.
            settings.lock(command.section());
            OptionalLong version = settings.delete(command.section());
            if (version.isEmpty()) {
                return new Result.NotFound();
            }
            events.changed(command.section(), version.getAsLong());
            audit.record(Fact.done(Action.SETTINGS_REMOVE)
                    .by(command.administrator().value())
                    .with("section", command.section().value()));
            return new Result.Removed();
        });
    }
}
