package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.UserPage;
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

    /** The order of lists: that of the ids, as 128 bits without a sign. */
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
     * Lists users in the order of their ids.
     *
     * @param after the last one of the page before; null for the first page
     * @param limit 1 to 200
     */
    UserPage list(@Nullable UserId after, int limit);

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
}
