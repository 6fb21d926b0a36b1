package dev.gatehouse.identity.decorator;

import dev.gatehouse.caching.Cache;
import dev.gatehouse.caching.CacheUnavailable;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.CachedUsers;
import dev.gatehouse.identity.port.CachedUsersUnavailable;
import dev.gatehouse.identity.port.IUserRepository;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A user repository that keeps users it has read, by id, in a cache. The only place that knows their keys.
 *
 * <p>Locks and look-ups by address go to the repository behind: what decides over a login is never cached.
 */
public final class UserCacheRepository implements IUserRepository, CachedUsers {

    private static final Logger LOG = LoggerFactory.getLogger(UserCacheRepository.class);

    private final IUserRepository users;
    private final Cache<User> cache;
    private final UnitOfWork work;
    private final Duration ttl;

    public UserCacheRepository(IUserRepository users, Cache<User> cache, UnitOfWork work, Duration ttl) {
        this.users = users;
        this.cache = cache;
        this.work = work;
        this.ttl = ttl;
    }

    @Override
    public Optional<User> findById(UserId id) {
        // A unit sees its own changes, and the cache must never see those that roll back.
        if (work.isOpen()) {
            return users.findById(id);
        }
        Optional<User> cached;
        try {
            cached = cache.find(key(id));
        } catch (CacheUnavailable down) {
            return users.findById(id);
        }
        if (cached.isPresent()) {
            return cached;
        }
        Optional<User> user = users.findById(id);
        user.ifPresent(found -> tell(() -> cache.put(key(id), found, found.version(), ttl)));
        return user;
    }

    @Override
    public void insert(User user) {
        users.insert(user);
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        return users.findByEmail(email);
    }

    @Override
    public Optional<User> lock(UserId id) {
        return users.lock(id);
    }

    @Override
    public User save(User user) {
        User saved = users.save(user);
        work.afterCommit(() -> tell(() -> cache.invalidate(key(saved.id()), saved.version())));
        return saved;
    }

    @Override
    public void forget(UserId id) {
        Optional<User> user = users.findById(id);
        try {
            // An entry of the row's own version would stay; whoever changed the row past us may have left that as it
            // was.
            user.ifPresent(found -> cache.invalidate(key(id), found.version() + 1));
        } catch (CacheUnavailable down) {
            throw new CachedUsersUnavailable(down);
        }
    }

    private static String key(UserId id) {
        return "user:{" + id + "}";
    }

    private static void tell(Runnable news) {
        try {
            news.run();
        } catch (CacheUnavailable down) {
            LOG.debug("the user cache did not hear the news; its entries end by themselves");
        }
    }
}
