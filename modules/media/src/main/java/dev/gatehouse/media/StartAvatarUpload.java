package dev.gatehouse.media;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.media.model.ImageType;
import dev.gatehouse.media.model.Upload;
import dev.gatehouse.media.model.UploadId;
import dev.gatehouse.media.model.UploadPolicy;
import dev.gatehouse.media.port.ObjectStore;
import dev.gatehouse.media.port.UploadStore;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Tells a user where to put the bytes of an avatar, past us and into the object store. */
public final class StartAvatarUpload {

    /**
     * @param length in bytes, as {@link UploadPolicy#length} takes it
     */
    public record Command(UserId user, ImageType type, long length) {}

    public sealed interface Result {

        /**
         * @param url that takes these bytes, once
         * @param headers to be sent exactly so
         * @param expiresAt until when the URL does
         */
        record Started(UploadId upload, URI url, String method, Map<String, String> headers, Instant expiresAt)
                implements Result {

            @Override
            public String toString() {
                return "Started[" + upload + ", …]";
            }
        }

        /** The user has begun too many. */
        record QuotaExceeded(Duration retryAfter) implements Result {}
    }

    private final UploadStore uploads;
    private final ObjectStore objects;
    private final UploadPolicy policy;
    private final UnitOfWork work;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public StartAvatarUpload(
            UploadStore uploads,
            ObjectStore objects,
            UploadPolicy policy,
            UnitOfWork work,
            Supplier<UUID> ids,
            Clock clock) {
        this.uploads = uploads;
        this.objects = objects;
        this.policy = policy;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks the object store nothing: it may be down. */
    public Result handle(Command command) {
        Instant now = clock.instant();
        var upload = Upload.open(
                new UploadId(ids.get()), command.user(), command.type(), command.length(), now, UploadPolicy.LIFE);
        return work.run(() -> uploads.open(upload, policy))
                .<Result>map(free -> new Result.QuotaExceeded(Duration.between(now, free)))
                .orElseGet(() -> started(upload));
    }

    private Result.Started started(Upload upload) {
        var put = objects.sign(upload.incoming(), upload.type().mediaType(), upload.length(), UploadPolicy.URL_LIFE);
        Instant expiresAt = upload.createdAt().plus(UploadPolicy.URL_LIFE);
        return new Result.Started(upload.id(), put.url(), put.method(), put.headers(), expiresAt);
    }
}
