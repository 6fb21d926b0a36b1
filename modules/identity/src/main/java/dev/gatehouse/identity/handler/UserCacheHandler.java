package dev.gatehouse.identity.handler;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.CachedPreferences;
import dev.gatehouse.identity.port.CachedUsers;
import dev.gatehouse.identity.port.CachedUsersUnavailable;

/**
 * Outdates what is cached of a user, or of their preferences, when that changed, before any other handler hears of it: who looks back sees the change,
 * also when the cache did not answer at the time of the commit.
 */
public final class UserCacheHandler implements EventHandler {

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
        return type.equals(UserEvent.UPDATED) || type.equals(UserEvent.PREFERENCES_CHANGED);
    }

    @Override
    public Stage stage() {
        return Stage.FIRST;
    }

    @Override
    public Handled handle(Event event) {
        var user = new UserId(event.subject());
        long version = UserEvent.version(event.data());
        try {
            if (event.type().equals(UserEvent.UPDATED)) {
                users.outdate(user, version);
            } else {
                preferences.outdate(user, version);
            }
            return new Handled.Done();
        } catch (CachedUsersUnavailable down) {
            return new Handled.Later("the cache does not answer");
        }
    }
}
