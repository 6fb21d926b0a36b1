package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.UserId;
import java.util.Optional;

/**
 * What users prove themselves with. Never cached.
 *
 * <p>Every method may throw {@link StoreUnavailable}. Cost: one round trip a call.
 */
public interface CredentialStore {

    /** Finds the credential of the user with an equal address; empty when there is no such user, or no password. */
    Optional<Credential> findByEmail(EmailAddress email);

    /** Finds a user's credential; empty when there is none. */
    Optional<Credential> findByUser(UserId user);

    /**
     * Gives a credential another hash of the same password, unless it is another credential by now: of any number of
     * parallel calls with one credential one has true.
     */
    boolean rehash(Credential expected, PasswordHash hash);

    /** Adds or replaces the user's credential, in the caller's unit of work. The user must exist. */
    void save(Credential credential);
}
