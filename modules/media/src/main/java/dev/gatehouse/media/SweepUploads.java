package dev.gatehouse.media;

import dev.gatehouse.media.model.Upload;
import dev.gatehouse.media.model.UploadPolicy;
import dev.gatehouse.media.port.ObjectStore;
import dev.gatehouse.media.port.ObjectStoreUnavailable;
import dev.gatehouse.media.port.UploadStore;
import dev.gatehouse.media.port.UploadStoreUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Removes what uploads have left behind that are over, and forgets them a day after they began. */
public final class SweepUploads {

    public record Command() {}

    public sealed interface Result {

        /**
         * @param all whether no more are due
         */
        record Swept(int uploads, boolean all) implements Result {}

        /** Tried again later, no sooner than {@link SweepUploads#LEASE} for those it had begun. */
        record StoreDown() implements Result {}
    }

    /** Four objects each make one call to the object store. */
    static final int BATCH = 200;

    /** How long another instance keeps off what this one has begun. */
    static final Duration LEASE = Duration.ofMinutes(5);

    private final UploadStore uploads;
    private final ObjectStore objects;
    private final Clock clock;

    public SweepUploads(UploadStore uploads, ObjectStore objects, Clock clock) {
        this.uploads = uploads;
        this.objects = objects;
        this.clock = clock;
    }

    /** One batch. Safe on any number of instances at once, and after any failure. */
    public Result handle(Command command) {
        Instant now = clock.instant();
        try {
            List<Upload> due = uploads.sweepable(now, now.plus(LEASE), BATCH);
            if (!due.isEmpty()) {
                objects.delete(due.stream()
                        .flatMap(upload -> upload.leftovers().stream())
                        .toList());
                uploads.swept(due.stream().map(Upload::id).toList());
            }
            uploads.forget(now.minus(UploadPolicy.DAY));
            return new Result.Swept(due.size(), due.size() < BATCH);
        } catch (ObjectStoreUnavailable | UploadStoreUnavailable down) {
            return new Result.StoreDown();
        }
    }
}
