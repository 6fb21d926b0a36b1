package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.postgres.PostgresPreferenceStore;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.ReadPreferences;
import dev.gatehouse.identity.ReplacePreferences;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.PreferenceStore;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

/** Wires the part of identity that is about preferences. */
@Factory
final class PreferencesFactory {

    @Singleton
    PreferenceStore preferenceStore(JdbcOperations jdbc) {
        return new PostgresPreferenceStore(jdbc);
    }

    @Singleton
    ReadPreferences readPreferences(PreferenceStore store) {
        return new ReadPreferences(store);
    }

    @Singleton
    ReplacePreferences replacePreferences(IUserRepository users, PreferenceStore store, UnitOfWork work) {
        return new ReplacePreferences(users, store, work);
    }
}
