package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;

final class InMemoryCachedPreferencesTest implements CachedPreferencesContract {

    private final InMemoryCachedPreferences cached = new InMemoryCachedPreferences();

    @Override
    public CachedPreferences cached() {
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
    public void failing(boolean failing) {
        cached.failing(failing);
    }
}
