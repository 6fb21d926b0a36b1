package dev.gatehouse.media.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.EventHandlerContract;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.model.AvatarId;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.media.model.ObjectKey;
import dev.gatehouse.media.model.UploadId;
import dev.gatehouse.media.port.InMemoryObjectStore;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class OldAvatarHandlerTest implements EventHandlerContract {

    private final UserId user = Samples.userId();
    private final AvatarId previous = Samples.avatarId();
    private final AvatarId current = Samples.avatarId();
    private final InMemoryObjectStore objects = new InMemoryObjectStore();
    private final OldAvatarHandler handler = new OldAvatarHandler(objects);

    @Override
    public EventHandler handler() {
        return handler;
    }

    @Override
    public Event event() {
        return event(Map.of("previous", previous.toString(), "current", current.toString()));
    }

    private Event event(Map<String, String> data) {
        return new Event(UUID.randomUUID(), "user.avatar-changed", user.value(), Samples.NOW, data);
    }

    private void everythingIsThere() {
        ObjectKey.avatar(user, previous).forEach(this::put);
        ObjectKey.avatar(user, current).forEach(this::put);
        put(ObjectKey.incoming(user, new UploadId(current.value())));
    }

    private void put(ObjectKey key) {
        objects.put(key, new byte[1], "image/jpeg");
    }

    @Test
    void theOldPicturesAndTheNewOnesBytesGo() {
        everythingIsThere();
        handler.handle(event());
        assertThat(objects.keys()).containsExactlyInAnyOrderElementsOf(ObjectKey.avatar(user, current));
    }

    @Test
    void theFirstAvatarHasNoneBeforeIt() {
        everythingIsThere();
        handler.handle(event(Map.of("current", current.toString())));
        assertThat(objects.keys()).hasSize(6).containsAll(ObjectKey.avatar(user, previous));
    }

    @Test
    void anAvatarThatIsTakenAwayHasNoneAfterIt() {
        everythingIsThere();
        handler.handle(event(Map.of("previous", previous.toString())));
        assertThat(objects.keys()).hasSize(4).containsAll(ObjectKey.avatar(user, current));
    }

    @Test
    void withoutTheObjectStoreItIsLater() {
        objects.down(true);
        assertThat(handler.handle(event())).isInstanceOf(Handled.Later.class);
    }

    @Test
    void otherEventsAreNotForIt() {
        assertThat(handler.handles("user.registered")).isFalse();
    }
}
