package dev.gatehouse.settings;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.settings.model.SectionName;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Tells of changes of the settings, in the unit of work that makes them. */
public final class SettingsEvents {

    /**
     * A section was added, replaced or removed. The subject is {@link SectionName#subject}; the data are {@link #SECTION},
     * its name, and {@link #VERSION}, that of the change.
     */
    public static final String CHANGED = "settings.changed";

    public static final String SECTION = "section";
    public static final String VERSION = "version";

    private final EventLog log;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public SettingsEvents(EventLog log, Supplier<UUID> ids, Clock clock) {
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    void changed(SectionName name, long version) {
        var data = Map.of(SECTION, name.value(), VERSION, Long.toString(version));
        log.append(new Event(ids.get(), CHANGED, name.subject(), clock.instant(), data));
    }
}
