package dev.gatehouse.identity.decorator;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IUserRepositoryContract;

/** The whole contract holds while the cache is down. */
final class UserCacheRepositoryWithoutCacheTest implements IUserRepositoryContract {

    private final CachedIdentity identity = new CachedIdentity();

    UserCacheRepositoryWithoutCacheTest() {
        identity.failing(true);
    }

    @Override
    public IUserRepository users() {
        UserCacheRepository users = identity.users;
        return users;
    }

    @Override
    public UnitOfWork work() {
        return identity.work;
    }
}
