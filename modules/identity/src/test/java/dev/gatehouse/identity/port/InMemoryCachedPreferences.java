package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.UserId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Versions of preferences that are kept, in a map that can be told to fail. */
public final class InMemoryCachedPreferences implements CachedPreferences {

    private final Map<UserId, Long> kept = new ConcurrentHashMap<>();
    private volatile boolean failing;

    /** From now on every call fails, or succeeds again. */
    public void failing(boolean failing) {
        this.failing = failing;
    }

    public void keep(UserId user) {
        kept.put(user, 1L);
    }

    public boolean isKept(UserId user) {
        return kept.containsKey(user);
    }

    @Override
    public void outdate(UserId user, long version) {
        answer();
        kept.computeIfPresent(user, (id, there) -> there < version ? null : there);
    }

    @Override
    public void forget(UserId user) {
        answer();
        kept.remove(user);
    }

    private void answer() {
        if (failing) {
            throw new CachedUsersUnavailable(new IllegalStateException("told to fail"));
        }
    }
}
