package dev.gatehouse.media;

import dev.gatehouse.identity.InMemoryIdentity;
import dev.gatehouse.identity.ReadProfile;
import dev.gatehouse.identity.model.AvatarId;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.media.handler.OldAvatarHandler;
import dev.gatehouse.media.model.ImageType;
import dev.gatehouse.media.model.ObjectKey;
import dev.gatehouse.media.model.Upload;
import dev.gatehouse.media.model.UploadId;
import dev.gatehouse.media.model.UploadPolicy;
import dev.gatehouse.media.port.InMemoryObjectStore;
import dev.gatehouse.media.port.InMemoryUploadStore;
import dev.gatehouse.media.port.PlainAvatarImages;
import java.util.Optional;

/** All of media, over fakes that share identity's unit of work and clock. */
final class InMemoryMedia {

    final InMemoryIdentity identity = new InMemoryIdentity();
    final InMemoryUploadStore uploads = new InMemoryUploadStore(identity.work);
    final InMemoryObjectStore objects = new InMemoryObjectStore();
    final PlainAvatarImages images = new PlainAvatarImages();
    final UploadPolicy policy = new UploadPolicy(100_000, 3, 10);

    private final AvatarPromotion promotion =
            new AvatarPromotion(uploads, objects, images, identity.changeAvatar, identity.work);

    final StartAvatarUpload start =
            new StartAvatarUpload(uploads, objects, policy, identity.work, identity.ids::next, identity.clock);
    final PromoteAvatar promote =
            new PromoteAvatar(uploads, objects, promotion, new ReadProfile(identity.users), identity.clock);
    final UploadAvatar upload =
            new UploadAvatar(uploads, promotion, policy, identity.work, identity.ids::next, identity.clock);
    final SweepUploads sweep = new SweepUploads(uploads, objects, identity.clock);
    final OldAvatarHandler oldAvatars = new OldAvatarHandler(objects);

    UploadId started(User user, ImageType type, long length) {
        return ((StartAvatarUpload.Result.Started) start.handle(new StartAvatarUpload.Command(user.id(), type, length)))
                .upload();
    }

    /** An upload whose bytes have arrived. */
    UploadId arrived(User user, ImageType type, byte[] bytes) {
        UploadId id = started(user, type, bytes.length);
        objects.put(ObjectKey.incoming(user.id(), id), bytes, type.mediaType());
        return id;
    }

    PromoteAvatar.Result promoted(User user, UploadId id) {
        return promote.handle(new PromoteAvatar.Command(user.id(), id));
    }

    UploadAvatar.Result uploaded(User user, ImageType type, byte[] bytes) {
        return upload.handle(new UploadAvatar.Command(user.id(), type, bytes.length, () -> Optional.of(bytes)));
    }

    Optional<AvatarId> avatar(UserId user) {
        return identity.users.findById(user).map(User::avatar);
    }

    boolean hasPicturesOf(User user, UploadId id) {
        return objects.keys().containsAll(ObjectKey.avatar(user.id(), id.avatar()));
    }

    /** Shows everything that was told of a user to the handler, as the relay would. */
    void relay(User user) {
        identity.eventsOf(user).stream()
                .filter(event -> oldAvatars.handles(event.type()))
                .forEach(oldAvatars::handle);
    }

    int sweepAfterTheEnd() {
        identity.clock.advance(UploadPolicy.LIFE.plus(Upload.MARGIN));
        return ((SweepUploads.Result.Swept) sweep.handle(new SweepUploads.Command())).uploads();
    }
}
