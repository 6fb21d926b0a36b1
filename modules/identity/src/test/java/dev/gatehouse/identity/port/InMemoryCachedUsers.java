package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.UserId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ids of users that are kept, in a set that can be told to fail. */
public final class InMemoryCachedUsers implements CachedUsers {

    private final Set<UserId> kept = ConcurrentHashMap.newKeySet();
    private volatile boolean failing;

    /** From now on every call fails, or succeeds again. */
    public void failing(boolean failing) {
        this.failing = failing;
    }

    public void keep(UserId user) {
        kept.add(user);
    }

    public boolean isKept(UserId user) {
        return kept.contains(user);
    }

    @Override
    public void forget(UserId user) {
        if (failing) {
            throw new CachedUsersUnavailable(new IllegalStateException("told to fail"));
        }
        kept.remove(user);
    }
}
