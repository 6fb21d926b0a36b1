package dev.gatehouse.identity.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.EventHandler.Stage;
import dev.gatehouse.events.EventHandlerContract;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.InMemoryCachedPreferences;
import dev.gatehouse.identity.port.InMemoryCachedUsers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class UserCacheHandlerTest implements EventHandlerContract {

    private final InMemoryCachedUsers users = new InMemoryCachedUsers();
    private final InMemoryCachedPreferences preferences = new InMemoryCachedPreferences();
    private final EventHandler handler = new UserCacheHandler(users, preferences);
    private final UserId user = Samples.userId();

    private Event event(String type) {
        return new Event(UUID.randomUUID(), type, user.value(), Samples.NOW, UserEvent.data(2));
    }

    @Override
    public EventHandler handler() {
        return handler;
    }

    @Override
    public Event event() {
        return event("user.updated");
    }

    @Test
    void runsBeforeAllOthersAndForChangesAlone() {
        assertThat(handler.stage()).isEqualTo(Stage.FIRST);
        assertThat(handler.handles("user.updated")).isTrue();
        assertThat(handler.handles("user.preferences-changed")).isTrue();
        assertThat(handler.handles("user.deleted")).isTrue();
        assertThat(handler.handles("user.registered")).isFalse();
    }

    @Test
    void outdatesWhatChangedAndNothingElse() {
        users.keep(user);
        preferences.keep(user);
        assertThat(handler.handle(event("user.updated"))).isEqualTo(new Handled.Done());
        assertThat(users.isKept(user)).isFalse();
        assertThat(preferences.isKept(user)).isTrue();
        assertThat(handler.handle(event("user.preferences-changed"))).isEqualTo(new Handled.Done());
        assertThat(preferences.isKept(user)).isFalse();
    }

    @Test
    void forgetsAllOfWhoIsGone() {
        users.keep(user);
        preferences.keep(user);
        var deleted = new Event(UUID.randomUUID(), "user.deleted", user.value(), Samples.NOW, Map.of());
        assertThat(handler.handle(deleted)).isEqualTo(new Handled.Done());
        assertThat(users.isKept(user)).isFalse();
        assertThat(preferences.isKept(user)).isFalse();
        preferences.failing(true);
        assertThat(handler.handle(deleted)).isInstanceOf(Handled.Later.class);
    }

    @Test
    void comesAgainWhenTheCacheDoesNotAnswer() {
        users.failing(true);
        preferences.failing(true);
        assertThat(handler.handle(event("user.updated"))).isInstanceOf(Handled.Later.class);
        assertThat(handler.handle(event("user.preferences-changed"))).isInstanceOf(Handled.Later.class);
    }
}
