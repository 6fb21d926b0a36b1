package dev.gatehouse.media.model;

import dev.gatehouse.identity.model.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that a user announced and that may become an avatar, once.
 *
 * @param length in bytes, as announced
 * @param expiresAt until when it may be promoted
 * @param claimedUntil while somebody promotes it; no two claims of an upload end at the same time
 */
public record Upload(
        UploadId id,
        UserId user,
        ImageType type,
        long length,
        Instant createdAt,
        Instant expiresAt,
        State state,
        @Nullable Instant claimedUntil) {

    /** How long after its end an upload is swept: longer than a claim lasts, and than clocks differ. */
    public static final Duration MARGIN = Duration.ofMinutes(15);

    /** What has become of it. */
    public enum State {
        OPEN,
        PROMOTED,
        REFUSED
    }

    /** A new one that nobody has claimed. */
    public static Upload open(UploadId id, UserId user, ImageType type, long length, Instant now, Duration life) {
        return new Upload(id, user, type, length, now, now.plus(life), State.OPEN, null);
    }

    /** The same, in the hands of somebody who promotes it. */
    public Upload claimed(Instant until) {
        return new Upload(id, user, type, length, createdAt, expiresAt, state, until);
    }

    public ObjectKey incoming() {
        return ObjectKey.incoming(user, id);
    }

    /** When its objects are to be removed. */
    public Instant sweepAt() {
        return expiresAt.plus(MARGIN);
    }

    /** The objects that nobody needs after its end: the bytes as they came, and the avatar that it did not become. */
    public List<ObjectKey> leftovers() {
        var keys = new ArrayList<ObjectKey>(List.of(incoming()));
        if (state != State.PROMOTED) {
            keys.addAll(ObjectKey.avatar(user, id.avatar()));
        }
        return keys;
    }
}
