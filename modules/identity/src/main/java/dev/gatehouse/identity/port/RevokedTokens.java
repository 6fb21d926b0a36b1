package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.RevokedToken;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All access tokens that were revoked one by one, beside sessions, which end with all of theirs. Whether a request's is
 * among them, {@link SessionStore#findLive} says.
 *
 * <p>Every method may throw {@link StoreUnavailable}. Cost: one round trip a call.
 */
public interface RevokedTokens {

    /** Revokes a token for good, in the caller's unit of work. Idempotent: it stays revoked until what was said first. */
    void revoke(RevokedToken token);

    /** Finds a token by its id; empty when it was never revoked, or its time has been over for a while. */
    Optional<RevokedToken> find(UUID id);

    /** Lists those revoked within the last while, by the store's own clock; at most 10,000, the newest first. */
    List<RevokedToken> listRevoked(Duration within);
}
