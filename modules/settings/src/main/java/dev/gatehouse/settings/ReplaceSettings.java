package dev.gatehouse.settings;

import dev.gatehouse.audit.Action;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.audit.Fact;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.settings.model.Section;
import dev.gatehouse.settings.model.SectionName;
import dev.gatehouse.settings.port.ISettingsRepository;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts new settings in the place of all old ones of a section, or adds the section. */
public final class ReplaceSettings {

    /**
     * @param entries as in {@link Section}
     * @param expectedVersion the version the change is meant for, 0 for a section that is not there; null for whichever
     */
    public record Command(
            UserId administrator,
            SectionName section,
            Map<String, String> entries,
            @Nullable Long expectedVersion) {}

    public sealed interface Result {
        record Replaced(Section section) implements Result {}

        /**
         * Somebody changed it first.
         *
         * @param version it has now; 0 when it is not there
         */
        record VersionMismatch(long version) implements Result {}
    }

    private final ISettingsRepository settings;
    private final SettingsEvents events;
    private final AuditLog audit;
    private final UnitOfWork work;

    public ReplaceSettings(ISettingsRepository settings, SettingsEvents events, AuditLog audit, UnitOfWork work) {
        this.settings = settings;
        this.events = events;
        this.audit = audit;
        this.work = work;
    }

    /** All or nothing; of parallel changes that expect the same version one is made. */
    public Result handle(Command command) {
        return work.run(() -> {
            long version =
                    settings.lock(command.section()).map(Section::version).orElse(0L);
            Long expected = command.expectedVersion();
            if (expected != null && expected != version) {
                return new Result.VersionMismatch(version);
            }
            Section saved = settings.save(command.section(), command.entries());
            events.changed(saved.name(), saved.version());
            audit.record(Fact.done(Action.SETTINGS_REPLACE)
                    .by(command.administrator().value())
                    .with("section", saved.name().value())
                    .with("version", saved.version()));
            return new Result.Replaced(saved);
        });
    }
}
