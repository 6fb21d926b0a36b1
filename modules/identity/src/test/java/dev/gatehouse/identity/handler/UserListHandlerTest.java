package dev.gatehouse.identity.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.EventHandler.Stage;
import dev.gatehouse.events.EventHandlerContract;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.InMemoryCachedUsers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class UserListHandlerTest implements EventHandlerContract {

    private final InMemoryCachedUsers users = new InMemoryCachedUsers();
    private final EventHandler handler = new UserListHandler(users);

    @Override
    public EventHandler handler() {
        return handler;
    }

    @Override
    public Event event() {
        return new Event(UUID.randomUUID(), "user.registered", Samples.userId().value(), Samples.NOW, Map.of());
    }

    @Test
    void nobodyWaitsForIt() {
        assertThat(handler.stage()).isEqualTo(Stage.THEN);
        assertThat(handler.handles("user.updated")).isFalse();
    }

    @Test
    void whoeverComesOrGoesOutdatesTheList() {
        for (String type : new String[] {"user.registered", "user.invited", "user.deleted"}) {
            assertThat(handler.handles(type)).isTrue();
        }
        users.keepList();
        handler.handle(event());
        assertThat(users.isListKept()).isFalse();
    }

    @Test
    void comesAgainWhenTheCacheDoesNotAnswer() {
        users.failing(true);
        assertThat(handler.handle(event())).isInstanceOf(Handled.Later.class);
    }
}
