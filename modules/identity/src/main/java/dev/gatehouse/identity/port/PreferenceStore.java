package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.UserId;
import java.util.Optional;

/**
 * What users prefer.
 *
 * <p>Every method may throw {@link StoreUnavailable}. Cost: one round trip a call.
 */
public interface PreferenceStore {

    /** Finds a user's preferences; empty when none were ever saved. */
    Optional<Preferences> find(UserId user);

    /**
     * Replaces all preferences of a user who exists by these entries, in the caller's unit of work, and returns them
     * with a version one higher than the stored one, whatever theirs was. Whoever must not overwrite a change they
     * have not seen holds the user's lock.
     */
    Preferences save(UserId user, Preferences preferences);
}
