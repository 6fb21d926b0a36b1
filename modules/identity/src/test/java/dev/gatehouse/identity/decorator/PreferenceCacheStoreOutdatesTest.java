package dev.gatehouse.identity.decorator;

import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.CachedPreferences;
import dev.gatehouse.identity.port.CachedPreferencesContract;
import java.util.Map;

final class PreferenceCacheStoreOutdatesTest implements CachedPreferencesContract {

    private final CachedIdentity identity = new CachedIdentity();
    private final PreferenceCacheStore preferences = identity.preferences;

    @Override
    public CachedPreferences cached() {
        return preferences;
    }

    @Override
    public UserId kept() {
        User user = Samples.user();
        identity.truth.insert(user);
        preferences.save(user.id(), Preferences.NONE.with(Map.of("theme", "dark")));
        return user.id();
    }

    @Override
    public boolean isKept(UserId user) {
        return identity.preferenceCache.find("user:{" + user + "}:prefs").isPresent();
    }

    @Override
    public void failing(boolean failing) {
        identity.failing(failing);
    }
}
