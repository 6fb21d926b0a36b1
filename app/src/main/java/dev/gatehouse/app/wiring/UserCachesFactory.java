package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.postgres.PostgresUserRepository;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.LocateProfile;
import dev.gatehouse.identity.ReadProfile;
import dev.gatehouse.identity.WarmUpUsers;
import dev.gatehouse.identity.decorator.UserCacheRepository;
import dev.gatehouse.identity.decorator.UserCaches;
import dev.gatehouse.identity.decorator.UserCodec;
import dev.gatehouse.identity.decorator.UserIdCodec;
import dev.gatehouse.identity.handler.UserCacheHandler;
import dev.gatehouse.identity.handler.UserListHandler;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.CachedPreferences;
import dev.gatehouse.identity.port.CachedUsers;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import dev.gatehouse.identity.port.SessionStore;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Wires the caches of users. */
@Factory
final class UserCachesFactory {

    private static final String USERS = "users";
    static final String PROFILES = "profiles";

    @Singleton
    UserCaches userCaches(CacheStore store, ThroughCaches through, CachingSettings settings) {
        var users = new CacheStore.Near<>(store.values(USERS, new UserCodec()), key -> false, () -> 0);
        return over(users, store, through, settings);
    }

    private static UserCaches over(
            CacheStore.Near<User> users, CacheStore store, ThroughCaches through, CachingSettings settings) {
        return new UserCaches(
                through.over(users.cache(), USERS, User::version, settings.rowTtl()),
                through.over(store.values("user-ids", new UserIdCodec()), "user-ids", id -> 0, settings.rowTtl()),
                through.lists(store, "user-pages", settings.ttl()),
                users.holds(),
                users.count());
    }

    /** Over copies in this process: who reads a profile has just had an answer from Redis about that user's session. */
    @Singleton
    @Named(PROFILES)
    UserCacheRepository profiles(
            JdbcOperations jdbc,
            CacheStore store,
            ThroughCaches through,
            CachingSettings settings,
            ContactHash contacts,
            EventLog events,
            UnitOfWork work,
            IdGenerator ids) {
        var near = over(store.near(USERS, store.values(USERS, new UserCodec())), store, through, settings);
        return new UserCacheRepository(new PostgresUserRepository(jdbc), near, contacts, events, work, ids);
    }

    @Singleton
    ReadProfile readProfile(@Named(PROFILES) IUserRepository users) {
        return new ReadProfile(users);
    }

    @Singleton
    LocateProfile locateProfile(@Named(PROFILES) CachedUsers cached) {
        return new LocateProfile(cached);
    }

    @Singleton
    WarmUpUsers warmUpUsers(SessionStore sessions, IUserRepository users) {
        return new WarmUpUsers(sessions, users);
    }

    @Singleton
    UserCacheHandler userCacheHandler(CachedUsers users, CachedPreferences preferences) {
        return new UserCacheHandler(users, preferences);
    }

    @Singleton
    UserListHandler userListHandler(CachedUsers users) {
        return new UserListHandler(users);
    }
}
