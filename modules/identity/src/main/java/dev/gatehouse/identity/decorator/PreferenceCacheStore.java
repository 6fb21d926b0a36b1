package dev.gatehouse.identity.decorator;

import dev.gatehouse.caching.CacheUnavailable;
import dev.gatehouse.caching.ThroughCache;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.CachedPreferences;
import dev.gatehouse.identity.port.CachedUsersUnavailable;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.PreferenceStore;
import java.time.Clock;
import java.util.Optional;

/** A preference store that keeps preferences in a cache, as {@link UserCacheRepository} keeps users. */
public final class PreferenceCacheStore implements PreferenceStore, CachedPreferences {

    private final PreferenceStore store;
    private final ThroughCache<Preferences> cache;
    private final EventLog events;
    private final UnitOfWork work;
    private final IdGenerator ids;
    private final Clock clock;

    public PreferenceCacheStore(
            PreferenceStore store,
            ThroughCache<Preferences> cache,
            EventLog events,
            UnitOfWork work,
            IdGenerator ids,
            Clock clock) {
        this.store = store;
        this.cache = cache;
        this.events = events;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Optional<Preferences> find(UserId user) {
        return work.isOpen() ? store.find(user) : cache.find(key(user), () -> store.find(user));
    }

    @Override
    public Preferences save(UserId user, Preferences preferences) {
        return work.run(() -> {
            Preferences saved = store.save(user, preferences);
            // Before the first version there was nothing to outdate but the knowledge that there is none.
            if (saved.version() > 1) {
                tellOf(user, saved.version());
            }
            work.afterCommit(() -> cache.wrote(key(user), saved));
            return saved;
        });
    }

    @Override
    public void outdate(UserId user, long version) {
        demanding(() -> cache.outdate(key(user), version));
    }

    @Override
    public void forget(UserId user) {
        demanding(() -> cache.forget(key(user)));
    }

    private static void demanding(Runnable call) {
        try {
            call.run();
        } catch (CacheUnavailable down) {
            throw new CachedUsersUnavailable(down);
        }
    }

    private void tellOf(UserId user, long version) {
        var data = UserEvent.data(version);
        events.append(new Event(ids.next(), UserEvent.PREFERENCES_CHANGED, user.value(), clock.instant(), data));
    }

    private static String key(UserId user) {
        return "user:{" + user + "}:prefs";
    }
}
