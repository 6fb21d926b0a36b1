package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.UserId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Ids of users that are kept with their versions, in a map that can be told to fail. */
public final class InMemoryCachedUsers implements CachedUsers {

    private final Map<UserId, Long> kept = new ConcurrentHashMap<>();
    private volatile boolean listKept;
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

    public void keepList() {
        listKept = true;
    }

    public boolean isListKept() {
        return listKept;
    }

    /** Who is kept is near. */
    @Override
    public boolean isNear(UserId user) {
        return !failing && isKept(user);
    }

    @Override
    public long countNear() {
        return failing ? 0 : kept.size();
    }

    @Override
    public void outdate(UserId user, long version) {
        answer();
        kept.computeIfPresent(user, (id, there) -> there < version ? null : there);
    }

    @Override
    public void outdateList() {
        answer();
        listKept = false;
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
