package dev.gatehouse.identity.decorator;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.UserSearch;
import dev.gatehouse.identity.port.CachedUsers;
import dev.gatehouse.identity.port.CachedUsersContract;

final class UserCacheRepositoryForgetsTest implements CachedUsersContract {

    private final CachedIdentity identity = new CachedIdentity();
    private final UserCacheRepository users = identity.users;

    @Override
    public CachedUsers cached() {
        return users;
    }

    @Override
    public UserId kept() {
        User user = Samples.user();
        users.insert(user);
        users.findById(user.id());
        return user.id();
    }

    @Override
    public boolean isKept(UserId user) {
        return identity.userCache.find("user:{" + user + "}").isPresent();
    }

    @Override
    public void keepList() {
        users.list(UserSearch.ALL, null, 10);
    }

    /** Whether who came past the cache is missing. */
    @Override
    public boolean isListKept() {
        User late = Samples.user();
        identity.truth.insert(late);
        return !users.list(UserSearch.ALL, null, 10).ids().contains(late.id());
    }

    @Override
    public void failing(boolean failing) {
        identity.failing(failing);
    }
}
