package dev.gatehouse.identity.handler;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.CachedPreferences;
import dev.gatehouse.identity.port.CachedUsers;
import dev.gatehouse.identity.port.CachedUsersUnavailable;
import java.util.Set;

/**
 * Outdates what is cached of a user, or of their preferences, when that changed or they are gone, before any other
 * handler hears of it: who looks back sees the change, also when the cache did not answer at the time of the commit.
 */
public final class UserCacheHandler implements EventHandler {

    private static final Set<String> TYPES =
            Set.of(UserEvent.UPDATED, UserEvent.PREFERENCES_CHANGED, UserEvent.DELETED);

    private final CachedUsers users;
    private final CachedPreferences preferences;

    public UserCacheHandler(CachedUsers users, CachedPreferences preferences) {
        this.users = users;
        this.preferences = preferences;
    }

    @Override
    public String name() {
        return "user-cache";
    }

    @Override
    public boolean handles(String type) {
        return TYPES.contains(type);
    }

    @Override
    public Stage stage() {
        return Stage.FIRST;
    }

    @Override
    public Handled handle(Event event) {
        var user = new UserId(event.subject());
        try {
            switch (event.type()) {
                case UserEvent.UPDATED -> users.outdate(user, UserEvent.version(event.data()));
                case UserEvent.PREFERENCES_CHANGED -> preferences.outdate(user, UserEvent.version(event.data()));
                default -> forget(user);
            }
            return new Handled.Done();
        } catch (CachedUsersUnavailable down) {
            return new Handled.Later("the cache does not answer");
        }
    }

    private void forget(UserId user) {
        users.forget(user);
        preferences.forget(user);
    }
}
