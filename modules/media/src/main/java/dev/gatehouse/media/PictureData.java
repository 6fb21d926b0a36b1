package dev.gatehouse.media;

import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.media.model.ObjectKey;
import dev.gatehouse.media.port.ObjectStore;
import dev.gatehouse.media.port.ObjectStoreUnavailable;
import dev.gatehouse.privacy.Erased;
import dev.gatehouse.privacy.Held;
import dev.gatehouse.privacy.PersonalData;
import dev.gatehouse.privacy.PersonalDataUnavailable;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The pictures of a person: avatars, and what was uploaded to become one. What still comes by an upload that was begun
 * before, {@link SweepUploads} removes within the day.
 */
public final class PictureData implements PersonalData {

    private final ObjectStore objects;

    public PictureData(ObjectStore objects) {
        this.objects = objects;
    }

    @Override
    public String name() {
        return "pictures";
    }

    @Override
    public Map<String, List<Held>> export(UUID person) {
        try {
            List<Held> held = objects.list(new UserId(person)).stream()
                    .map(key -> Held.NOTHING.with("object", key.value()))
                    .toList();
            return held.isEmpty() ? Map.of() : Map.of("pictures", held);
        } catch (ObjectStoreUnavailable down) {
            throw new PersonalDataUnavailable(down);
        }
    }

    @Override
    public Erased erase(UUID person) {
        int things = 0;
        try {
            List<ObjectKey> keys = objects.list(new UserId(person));
            while (!keys.isEmpty()) {
                objects.delete(keys);
                things += keys.size();
                keys = objects.list(new UserId(person));
            }
            return new Erased.Done(things);
        } catch (ObjectStoreUnavailable down) {
            throw new PersonalDataUnavailable(down);
        }
    }
}
