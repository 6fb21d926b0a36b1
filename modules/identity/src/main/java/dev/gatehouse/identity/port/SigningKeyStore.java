package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.SigningKey;
import java.util.List;

/**
 * The keys that sign access tokens, with their private halves sealed at rest.
 *
 * <p>Every method may throw {@link StoreUnavailable}. Cost: one round trip a call, {@link #replaceAll} one and another a key.
 */
public interface SigningKeyStore {

    /** All keys in any order; empty before the first rotation. */
    List<SigningKey> list();

    /** All keys, and nobody else changes them until the unit of work ends. */
    List<SigningKey> lock();

    /** Makes these the only keys, in the unit of work that locked them. */
    void replaceAll(List<SigningKey> keys);
}
