package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;

final class InMemoryCachedUsersTest implements CachedUsersContract {

    private final InMemoryCachedUsers cached = new InMemoryCachedUsers();

    @Override
    public CachedUsers cached() {
        return cached;
    }

    @Override
    public UserId kept() {
        UserId user = Samples.userId();
        cached.keep(user);
        return user;
    }

    @Override
    public boolean isKept(UserId user) {
        return cached.isKept(user);
    }

    @Override
    public void keepList() {
        cached.keepList();
    }

    @Override
    public boolean isListKept() {
        return cached.isListKept();
    }

    @Override
    public void failing(boolean failing) {
        cached.failing(failing);
    }
}
