package dev.gatehouse.settings;

import dev.gatehouse.audit.InMemoryAuditLog;
import dev.gatehouse.events.InMemoryEventLog;
import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.port.MutableClock;
import dev.gatehouse.identity.port.SequentialIds;
import dev.gatehouse.settings.model.SectionName;
import dev.gatehouse.settings.port.InMemorySettingsRepository;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** All of settings, over fakes that share one unit of work. */
final class InMemorySettings {

    final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    final InMemoryEventLog log = new InMemoryEventLog(work);
    final InMemorySettingsRepository settings = new InMemorySettingsRepository(work);
    private final MutableClock clock = new MutableClock(Instant.parse("2026-01-02T03:04:05Z"));
    private final SettingsEvents events = new SettingsEvents(log, new SequentialIds(clock)::next, clock);

    final InMemoryAuditLog audit = new InMemoryAuditLog(work);

    final ReadSettings read = new ReadSettings(settings);
    final ReplaceSettings replace = new ReplaceSettings(settings, events, audit, work);
    final RemoveSettings remove = new RemoveSettings(settings, events, audit, work);

    /** What was told of a section, in its order. */
    List<Map<String, String>> told(SectionName name) {
        return work.run(() -> log.of(name.subject()).stream()
                .filter(event -> event.type().equals(SettingsEvents.CHANGED))
                .map(event -> event.data())
                .toList());
    }
}
