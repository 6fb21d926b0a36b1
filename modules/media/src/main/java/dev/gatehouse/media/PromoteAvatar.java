package dev.gatehouse.media;

import dev.gatehouse.identity.ReadProfile;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.media.AvatarPromotion.Outcome;
import dev.gatehouse.media.model.Refusal;
import dev.gatehouse.media.model.Upload;
import dev.gatehouse.media.model.UploadId;
import dev.gatehouse.media.port.ObjectStore;
import dev.gatehouse.media.port.UploadStore;
import dev.gatehouse.media.port.UploadStore.Claiming;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Makes what a user has put into the object store their avatar, if it is an image. */
public final class PromoteAvatar {

    public record Command(UserId user, UploadId upload) {}

    public sealed interface Result {

        /** The upload is the avatar since now, or was made it before. */
        record Promoted(User user) implements Result {}

        record Refused(Refusal why) implements Result {}

        /** The bytes that were announced are not all there; may be tried again. */
        record Incomplete() implements Result {}

        /** Somebody else is at it; may be tried again. */
        record InProgress() implements Result {}

        /** There is no such upload of that user, or it is over. */
        record Unknown() implements Result {}

        /** The user was deleted a moment ago. */
        record Gone() implements Result {}
    }

    private final UploadStore uploads;
    private final ObjectStore objects;
    private final AvatarPromotion promotion;
    private final ReadProfile readProfile;
    private final Clock clock;

    public PromoteAvatar(
            UploadStore uploads, ObjectStore objects, AvatarPromotion promotion, ReadProfile readProfile, Clock clock) {
        this.uploads = uploads;
        this.objects = objects;
        this.promotion = promotion;
        this.readProfile = readProfile;
        this.clock = clock;
    }

    /** Of many at once one does the work, and those after it hear the same. */
    public Result handle(Command command) {
        Instant now = clock.instant();
        return switch (uploads.claim(command.user(), command.upload(), now, now.plus(AvatarPromotion.LEASE))) {
            case Claiming.Claimed(Upload upload) -> promote(upload);
            case Claiming.Taken() -> new Result.InProgress();
            case Claiming.Promoted() -> profile(command.user());
            case Claiming.Unknown() -> new Result.Unknown();
        };
    }

    private Result promote(Upload upload) {
        try {
            return switch (promotion.promote(upload, () -> bytes(upload))) {
                case Outcome.Promoted(User user) -> new Result.Promoted(user);
                case Outcome.Refused(Refusal why) -> new Result.Refused(why);
                case Outcome.Incomplete() -> {
                    uploads.end(upload, Upload.State.OPEN);
                    yield new Result.Incomplete();
                }
                case Outcome.Lost() -> new Result.InProgress();
                case Outcome.Gone() -> new Result.Gone();
            };
        } catch (RuntimeException failure) {
            giveBack(upload, failure);
            throw failure;
        }
    }

    /** Exactly what was announced, or nothing. */
    private Optional<byte[]> bytes(Upload upload) {
        return objects.read(upload.incoming(), Math.toIntExact(upload.length() + 1))
                .filter(bytes -> bytes.length == upload.length());
    }

    /** So that trying again does not mean waiting for the claim to end by itself. */
    private void giveBack(Upload upload, RuntimeException failure) {
        try {
            uploads.end(upload, Upload.State.OPEN);
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }

    private Result profile(UserId user) {
        return switch (readProfile.handle(new ReadProfile.Command(user))) {
            case ReadProfile.Result.Found(User found) -> new Result.Promoted(found);
            case ReadProfile.Result.Gone() -> new Result.Gone();
        };
    }
}
