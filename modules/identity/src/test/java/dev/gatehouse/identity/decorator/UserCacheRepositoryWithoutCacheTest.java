package dev.gatehouse.identity.decorator;

import dev.gatehouse.caching.InMemoryCache;
import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IUserRepositoryContract;
import dev.gatehouse.identity.port.InMemoryUserRepository;
import java.time.Duration;

/** The whole contract holds while the cache is down. */
final class UserCacheRepositoryWithoutCacheTest implements IUserRepositoryContract {

    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryCache<User> cache = new InMemoryCache<>();
    private final IUserRepository users =
            new UserCacheRepository(new InMemoryUserRepository(work), cache, work, Duration.ofMinutes(1));

    UserCacheRepositoryWithoutCacheTest() {
        cache.failing(true);
    }

    @Override
    public IUserRepository users() {
        return users;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }
}
