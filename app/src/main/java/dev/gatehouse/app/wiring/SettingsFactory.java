package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.postgres.PostgresSettingsRepository;
import dev.gatehouse.audit.AuditLog;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.settings.ReadSettings;
import dev.gatehouse.settings.RemoveSettings;
import dev.gatehouse.settings.ReplaceSettings;
import dev.gatehouse.settings.SettingsEvents;
import dev.gatehouse.settings.port.ISettingsRepository;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires settings: what operators tell clients. */
@Factory
final class SettingsFactory {

    @Singleton
    ISettingsRepository settingsRepository(JdbcOperations jdbc) {
        return new PostgresSettingsRepository(jdbc);
    }

    @Singleton
    SettingsEvents settingsEvents(EventLog log, IdGenerator ids, Clock clock) {
        return new SettingsEvents(log, ids::next, clock);
    }

    @Singleton
    ReadSettings readSettings(ISettingsRepository settings) {
        return new ReadSettings(settings);
    }

    @Singleton
    ReplaceSettings replaceSettings(
            ISettingsRepository settings, SettingsEvents events, AuditLog audit, UnitOfWork work) {
        return new ReplaceSettings(settings, events, audit, work);
    }

    @Singleton
    RemoveSettings removeSettings(
            ISettingsRepository settings, SettingsEvents events, AuditLog audit, UnitOfWork work) {
        return new RemoveSettings(settings, events, audit, work);
    }
}
