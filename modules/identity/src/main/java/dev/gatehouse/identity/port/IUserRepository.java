package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import java.util.Optional;

/**
 * All users.
 *
 * <p>Every method may throw {@link StoreUnavailable}. Writes take part in the caller's unit of work when there is one.
 * Cost: one round trip a call.
 */
public interface IUserRepository {

    /**
     * Adds a user, whole or not at all.
     *
     * @throws EmailTaken when a user with an equal address exists; of any number of parallel inserts one succeeds
     */
    void insert(User user);

    /** Finds a user as of the last commit, or as of this unit of work; empty when there is none. */
    Optional<User> findById(UserId id);

    /** Finds the user with an equal address; empty when there is none. */
    Optional<User> findByEmail(EmailAddress email);

    /**
     * Finds a user and keeps others from changing it, or from opening a session for it, until the unit of work ends.
     * Locks are taken in the order user, then session. Outside a unit of work it only finds.
     */
    Optional<User> lock(UserId id);

    /**
     * Saves a user that was read before, and returns it with its version one higher.
     *
     * @throws StaleVersion when the stored version is not that of {@code user}; nothing is changed then
     */
    User save(User user);
}
