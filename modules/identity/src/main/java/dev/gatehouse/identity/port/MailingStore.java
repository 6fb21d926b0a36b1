package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.MailPurpose;
import dev.gatehouse.identity.model.Mailing;
import dev.gatehouse.identity.model.UserId;
import java.util.Optional;
import java.util.Set;

/**
 * What was promised by mail. Knows tokens by their digests alone.
 *
 * <p>Every method may throw {@link StoreUnavailable}. Writes take part in the caller's unit of work, which holds the
 * user's lock. Cost: one round trip a call.
 */
public interface MailingStore {

    /** Keeps a mailing in place of the one before of this user and purpose, whose link is dead from then on. */
    void put(Mailing mailing);

    /** Finds a user's mailing of a purpose, be it live or not; empty when there is none. */
    Optional<Mailing> find(UserId user, MailPurpose purpose);

    /** Finds the mailing whose link holds a token, be it live or not; empty when there is none, or not any more. */
    Optional<Mailing> findByDigest(String digest);

    /**
     * Takes away a mailing that was found by its digest, if it is still there as it was: of any number of parallel calls
     * one has true.
     */
    boolean take(Mailing mailing);

    /** Takes away a user's mailings of these purposes, those that there are. Idempotent. */
    void remove(UserId user, Set<MailPurpose> purposes);
}
