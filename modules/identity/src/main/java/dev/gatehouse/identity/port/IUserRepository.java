package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.UserPage;
import dev.gatehouse.identity.model.UserPlace;
import dev.gatehouse.identity.model.UserSearch;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All users.
 *
 * <p>Every method may throw {@link StoreUnavailable}. Writes take part in the caller's unit of work when there is one.
 * Cost: one round trip a call to the store, or to
 * what keeps its rows.
 */
public interface IUserRepository {

    /** The order of the ids, as 128 bits without a sign: what all users come in, unless somebody looks for some. */
    Comparator<User> ORDER = Comparator.comparing(user -> user.id().toString());

    /**
     * Adds a user, whole or not at all.
     *
     * @throws EmailTaken when a user with an equal address exists; of any number of parallel inserts one succeeds
     */
    void insert(User user);

    /** Finds a user as of the last commit, or as of this unit of work; empty when there is none. */
    Optional<User> findById(UserId id);

    /**
     * Finds the user with an equal address; empty when there is none. Who decides about a log-in asks the
     * {@link CredentialStore} instead: this may come from a cache.
     */
    Optional<User> findByEmail(EmailAddress email);

    /** Finds those of up to 200 users who are there, in the order of their ids, each once. */
    List<User> findAll(Collection<UserId> ids);

    /**
     * Lists the users that a search finds, in its order; those that came or went meanwhile are on the page or not.
     *
     * @param after where the page before ended; null for the first page
     * @param limit 1 to 200
     */
    UserPage list(UserSearch search, @Nullable UserPlace after, int limit);

    /**
     * Finds a user and keeps others from changing it, or from opening a session for it, until the unit of work ends.
     * Locks are taken in the order user, then session. Outside a unit of work it only finds.
     */
    Optional<User> lock(UserId id);

    /**
     * Saves a user that was read before, and returns it with its version one higher.
     *
     * @throws StaleVersion when the stored version is not that of {@code user}; nothing is changed then
     * @throws EmailTaken when the user was to have the address of another; the unit of work must not go on then
     */
    User save(User user);

    /**
     * Removes a user, with whatever is kept of them beside: credential, preferences, mailings, known devices, and what
     * their sessions say of devices. The sessions themselves are to have ended before.
     *
     * @return the user as they were; empty when there is none
     */
    Optional<User> delete(UserId id);
}
