package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.postgres.PostgresPreferenceStore;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.ReadPreferences;
import dev.gatehouse.identity.ReplacePreferences;
import dev.gatehouse.identity.decorator.PreferenceCacheStore;
import dev.gatehouse.identity.decorator.PreferencesCodec;
import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.PreferenceStore;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the part of identity that is about preferences. */
@Factory
final class PreferencesFactory {

    @Singleton
    PreferenceCacheStore preferenceStore(
            JdbcOperations jdbc,
            CacheStore store,
            ThroughCaches caches,
            CachingSettings settings,
            EventLog events,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        var cache = caches.over(
                store.fields("preferences", new PreferencesCodec()),
                "preferences",
                Preferences::version,
                settings.rowTtl());
        return new PreferenceCacheStore(new PostgresPreferenceStore(jdbc), cache, events, work, ids, clock);
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
