package dev.gatehouse.media;

import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.media.model.ObjectKey;
import dev.gatehouse.media.model.UploadId;
import dev.gatehouse.media.port.InMemoryObjectStore;
import dev.gatehouse.privacy.PersonalData;
import dev.gatehouse.privacy.PersonalDataContract;
import java.util.UUID;

final class PictureDataTest implements PersonalDataContract {

    private final InMemoryObjectStore objects = new InMemoryObjectStore();

    @Override
    public PersonalData data() {
        return new PictureData(objects);
    }

    @Override
    public UUID somebody() {
        UserId user = Samples.userId();
        ObjectKey.avatar(user, Samples.avatarId()).forEach(this::put);
        put(ObjectKey.incoming(user, new UploadId(UUID.randomUUID())));
        return user.value();
    }

    private void put(ObjectKey key) {
        objects.put(key, new byte[] {1}, "image/jpeg");
    }

    @Override
    public void down(boolean isDown) {
        objects.down(isDown);
    }
}
