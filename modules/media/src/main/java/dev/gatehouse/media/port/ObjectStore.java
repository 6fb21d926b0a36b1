package dev.gatehouse.media.port;

import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.media.model.ObjectKey;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bucket of objects, such as Amazon S3 has.
 *
 * <p>Every method but {@link #sign} costs one round trip, and may throw {@link ObjectStoreUnavailable}.
 */
public interface ObjectStore {

    /**
     * A request that puts an object without any other right to.
     *
     * @param headers those that must be sent exactly so, the length aside
     */
    record SignedPut(URI url, String method, Map<String, String> headers) {

        /** Whoever has the URL may use it. */
        @Override
        public String toString() {
            return "SignedPut[…]";
        }
    }

    /**
     * Signs a request that creates an object of exactly this type and length, for as long as {@code life} says.
     *
     * <p>Where an object is under the key already the store refuses it. Costs no round trip, though the first may fetch
     * credentials.
     */
    SignedPut sign(ObjectKey key, String contentType, long length, Duration life);

    /**
     * Reads an object, or as much of its beginning as {@code most} allows; empty where there is none.
     *
     * @param most in bytes, at least 1
     */
    Optional<byte[]> read(ObjectKey key, int most);

    /** Puts an object, whole or not at all, in place of another if need be. It may be cached for ever. */
    void put(ObjectKey key, byte[] bytes, String contentType);

    /**
     * Lists the objects of a user, 1000 at most; none for somebody who has none. Costs two round trips, and needs the right
     * to list the bucket.
     */
    List<ObjectKey> list(UserId user);

    /** Deletes at most 1000 objects; those that are not there are deleted as well as any. */
    void delete(Collection<ObjectKey> keys);
}
