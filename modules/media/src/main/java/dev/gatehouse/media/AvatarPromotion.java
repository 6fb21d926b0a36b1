package dev.gatehouse.media;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.ChangeAvatar;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.media.model.AvatarSize;
import dev.gatehouse.media.model.ImageSource;
import dev.gatehouse.media.model.ImageType;
import dev.gatehouse.media.model.ObjectKey;
import dev.gatehouse.media.model.Refusal;
import dev.gatehouse.media.model.Upload;
import dev.gatehouse.media.port.AvatarImages;
import dev.gatehouse.media.port.AvatarImages.Rendering;
import dev.gatehouse.media.port.ObjectStore;
import dev.gatehouse.media.port.ObjectStoreUnavailable;
import dev.gatehouse.media.port.UploadStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a claimed upload the avatar of its user, whichever way its bytes came. */
public final class AvatarPromotion {

    /** Longer than a promotion takes with everything as slow as it may be. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(AvatarPromotion.class);

    /** What became of an upload. */
    sealed interface Outcome {
        record Promoted(User user) implements Outcome {}

        /** It will never be an avatar. */
        record Refused(Refusal why) implements Outcome {}

        /** Its bytes are not there, or not as many as were announced. The claim still stands. */
        record Incomplete() implements Outcome {}

        /** It took so long that somebody else has it now. */
        record Lost() implements Outcome {}

        /** The user was deleted a moment ago. */
        record Gone() implements Outcome {}
    }

    private static final class ClaimLost extends RuntimeException {}

    private final UploadStore uploads;
    private final ObjectStore objects;
    private final AvatarImages images;
    private final ChangeAvatar changeAvatar;
    private final UnitOfWork work;

    public AvatarPromotion(
            UploadStore uploads, ObjectStore objects, AvatarImages images, ChangeAvatar changeAvatar, UnitOfWork work) {
        this.uploads = uploads;
        this.objects = objects;
        this.images = images;
        this.changeAvatar = changeAvatar;
        this.work = work;
    }

    /** Whatever goes wrong, the avatar from before stays. What it leaves in the store is swept later. */
    Outcome promote(Upload claimed, ImageSource source) {
        return switch (images.render(source, claimed.type())) {
            case Rendering.Missing() -> new Outcome.Incomplete();
            case Rendering.Refused(Refusal why) -> refuse(claimed, why);
            case Rendering.Rendered(Map<AvatarSize, byte[]> jpegs) -> publish(claimed, jpegs);
        };
    }

    private Outcome refuse(Upload upload, Refusal why) {
        uploads.end(upload, Upload.State.REFUSED);
        try {
            objects.delete(List.of(upload.incoming()));
        } catch (ObjectStoreUnavailable down) {
            LOG.debug("the bytes of a refused upload stay until they are swept");
        }
        return new Outcome.Refused(why);
    }

    /** The pictures first: an avatar that somebody can see the address of is there. */
    private Outcome publish(Upload upload, Map<AvatarSize, byte[]> jpegs) {
        jpegs.forEach((size, jpeg) -> objects.put(
                ObjectKey.avatar(upload.user(), upload.id().avatar(), size), jpeg, ImageType.JPEG.mediaType()));
        try {
            return work.run(() -> commit(upload));
        } catch (ClaimLost lost) {
            return new Outcome.Lost();
        }
    }

    private Outcome commit(Upload upload) {
        var command = new ChangeAvatar.Command(upload.user(), upload.id().avatar());
        return switch (changeAvatar.handle(command)) {
            case ChangeAvatar.Result.Changed(User user) -> {
                if (!uploads.end(upload, Upload.State.PROMOTED)) {
                    throw new ClaimLost();
                }
                yield new Outcome.Promoted(user);
            }
            case ChangeAvatar.Result.Gone() -> {
                uploads.end(upload, Upload.State.REFUSED);
                yield new Outcome.Gone();
            }
        };
    }
}
