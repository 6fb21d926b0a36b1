package dev.gatehouse.media.handler;

import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventHandler;
import dev.gatehouse.events.Handled;
import dev.gatehouse.identity.ChangeAvatar;
import dev.gatehouse.identity.model.AvatarId;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.media.model.ObjectKey;
import dev.gatehouse.media.model.UploadId;
import dev.gatehouse.media.port.ObjectStore;
import dev.gatehouse.media.port.ObjectStoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Removes the pictures of an avatar that was replaced or taken away, and the bytes that the new one was made of. */
public final class OldAvatarHandler implements EventHandler {

    private final ObjectStore objects;

    public OldAvatarHandler(ObjectStore objects) {
        this.objects = objects;
    }

    @Override
    public String name() {
        return "old-avatar";
    }

    @Override
    public boolean handles(String type) {
        return type.equals(ChangeAvatar.EVENT);
    }

    @Override
    public Handled handle(Event event) {
        try {
            objects.delete(leftovers(event));
            return new Handled.Done();
        } catch (ObjectStoreUnavailable down) {
            return new Handled.Later("the object store does not answer");
        }
    }

    private static List<ObjectKey> leftovers(Event event) {
        var user = new UserId(event.subject());
        var keys = new ArrayList<ObjectKey>();
        String previous = event.data().get(ChangeAvatar.PREVIOUS);
        if (previous != null) {
            keys.addAll(ObjectKey.avatar(user, new AvatarId(UUID.fromString(previous))));
        }
        String current = event.data().get(ChangeAvatar.CURRENT);
        if (current != null) {
            keys.add(ObjectKey.incoming(user, new UploadId(UUID.fromString(current))));
        }
        return keys;
    }
}
