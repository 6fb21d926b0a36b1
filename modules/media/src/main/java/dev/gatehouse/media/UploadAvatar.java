package dev.gatehouse.media;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.media.AvatarPromotion.Outcome;
import dev.gatehouse.media.model.ImageSource;
import dev.gatehouse.media.model.ImageType;
import dev.gatehouse.media.model.Refusal;
import dev.gatehouse.media.model.Upload;
import dev.gatehouse.media.model.UploadId;
import dev.gatehouse.media.model.UploadPolicy;
import dev.gatehouse.media.port.UploadStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes an image that came to us, for want of a way to the object store, the avatar of its user. */
public final class UploadAvatar {

    /**
     * @param length in bytes, as {@link UploadPolicy#length} takes it
     * @param image read when there is room for it
     */
    public record Command(UserId user, ImageType type, long length, ImageSource image) {}

    public sealed interface Result {
        record Promoted(User user) implements Result {}

        record Refused(Refusal why) implements Result {}

        /** The user has begun too many. */
        record QuotaExceeded(Duration retryAfter) implements Result {}

        /** The user was deleted a moment ago. */
        record Gone() implements Result {}
    }

    private final UploadStore uploads;
    private final AvatarPromotion promotion;
    private final UploadPolicy policy;
    private final UnitOfWork work;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public UploadAvatar(
            UploadStore uploads,
            AvatarPromotion promotion,
            UploadPolicy policy,
            UnitOfWork work,
            Supplier<UUID> ids,
            Clock clock) {
        this.uploads = uploads;
        this.promotion = promotion;
        this.policy = policy;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** Counts as one that was begun, and is over when this returns. */
    public Result handle(Command command) {
        Instant now = clock.instant();
        var upload = Upload.open(
                        new UploadId(ids.get()),
                        command.user(),
                        command.type(),
                        command.length(),
                        now,
                        UploadPolicy.LIFE)
                .claimed(now.plus(AvatarPromotion.LEASE));
        Optional<Instant> free = work.run(() -> uploads.open(upload, policy));
        return free.isPresent()
                ? new Result.QuotaExceeded(Duration.between(now, free.get()))
                : promote(upload, command.image());
    }

    private Result promote(Upload upload, ImageSource image) {
        try {
            return switch (promotion.promote(upload, image)) {
                case Outcome.Promoted(User user) -> new Result.Promoted(user);
                case Outcome.Refused(Refusal why) -> new Result.Refused(why);
                case Outcome.Gone() -> new Result.Gone();
                case Outcome.Incomplete(), Outcome.Lost() ->
                    throw new IllegalStateException("nobody else can have had the upload " + upload.id());
            };
        } catch (RuntimeException failure) {
            giveUp(upload, failure);
            throw failure;
        }
    }

    /** So that those that failed are not counted as open. */
    private void giveUp(Upload upload, RuntimeException failure) {
        try {
            uploads.end(upload, Upload.State.REFUSED);
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }
}
