package dev.gatehouse.identity.handler;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.port.CachedUsers;
import dev.gatehouse.identity.port.CachedUsersUnavailable;
import java.util.Set;

/** Outdates the cached list of users when there is one more or fewer. Nobody waits for it, least of all the welcome mail. */
public final class UserListHandler implements EventHandler {

    private static final Set<String> TYPES =
            Set.of(UserEvent.REGISTERED, UserEvent.INVITED, UserEvent.IMPORTED, UserEvent.DELETED);

    private final CachedUsers cached;

    public UserListHandler(CachedUsers cached) {
        this.cached = cached;
    }

    @Override
    public String name() {
        return "user-list";
    }

    @Override
    public boolean handles(String type) {
        return TYPES.contains(type);
    }

    @Override
    public Handled handle(Event event) {
        try {
            cached.outdateList();
            return new Handled.Done();
        } catch (CachedUsersUnavailable down) {
            return new Handled.Later("the cache does not answer");
        }
    }
}
