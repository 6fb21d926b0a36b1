package dev.gatehouse.media.port;

import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.media.model.Upload;
import dev.gatehouse.media.model.UploadId;
import dev.gatehouse.media.model.UploadPolicy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * All uploads of the last day.
 *
 * <p>Every method may throw {@link UploadStoreUnavailable}, and takes part in the caller's unit of work when there is
 * one. Cost: one round trip a call, unless it says otherwise.
 */
public interface UploadStore {

    /** What became of an attempt to promote. */
    sealed interface Claiming {

        /** The upload is in the caller's hands until {@link Upload#claimedUntil}. */
        record Claimed(Upload upload) implements Claiming {}

        /** Somebody is at it. */
        record Taken() implements Claiming {}

        /** It was promoted before. */
        record Promoted() implements Claiming {}

        /** There is none of that user, or it is over: expired, or refused. */
        record Unknown() implements Claiming {}
    }

    /**
     * Adds an upload if the user's quotas allow: empty then, else the time from which they will.
     *
     * <p>Within a unit of work, however many of one user are opened at once, no more are than the policy says. Two round
     * trips.
     */
    Optional<Instant> open(Upload upload, UploadPolicy policy);

    /** Claims an open upload of a user; of many at once one does, and others after {@code until} at the earliest. */
    Claiming claim(UserId user, UploadId id, Instant now, Instant until);

    /**
     * Ends a claim: the upload is from now on as {@code state} says.
     *
     * @return whether the claim still stood; else nothing is changed
     */
    boolean end(Upload claimed, Upload.State state);

    /**
     * Takes uploads whose time to be swept has come, at most so many, and keeps others off them until {@code until}. No
     * claim of them stands from then on. Does not wait for those whom others have locked.
     */
    List<Upload> sweepable(Instant now, Instant until, int most);

    /** Notes that these have no objects any more; in no time if they are not there. */
    void swept(Collection<UploadId> ids);

    /** Deletes those that were swept and opened before a time. */
    void forget(Instant openedBefore);
}
