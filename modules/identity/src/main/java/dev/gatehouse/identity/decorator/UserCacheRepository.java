package dev.gatehouse.identity.decorator;

import dev.gatehouse.caching.CacheUnavailable;
import dev.gatehouse.caching.IdPage;
import dev.gatehouse.events.Event;
import dev.gatehouse.events.EventLog;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.ContactHash;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserEvent;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.UserPage;
import dev.gatehouse.identity.model.UserPlace;
import dev.gatehouse.identity.model.UserSearch;
import dev.gatehouse.identity.port.CachedUsers;
import dev.gatehouse.identity.port.CachedUsersUnavailable;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IdGenerator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A user repository that keeps users in caches: by id, the ids by address, and pages of ids. The only place that knows
 * their keys.
 *
 * <p>A change is shown to the caches after its commit, and once more through the outbox, with an event that is appended
 * to the same unit of work: a cache that was down then hears of it later. Inside a unit of work, and for locks, the
 * repository behind is asked.
 */
public final class UserCacheRepository implements IUserRepository, CachedUsers {

    private static final String LIST = "users:all";

    private final IUserRepository users;
    private final UserCaches caches;
    private final ContactHash contacts;
    private final EventLog events;
    private final UnitOfWork work;
    private final IdGenerator ids;

    public UserCacheRepository(
            IUserRepository users,
            UserCaches caches,
            ContactHash contacts,
            EventLog events,
            UnitOfWork work,
            IdGenerator ids) {
        this.users = users;
        this.caches = caches;
        this.contacts = contacts;
        this.events = events;
        this.work = work;
        this.ids = ids;
    }

    @Override
    public Optional<User> findById(UserId id) {
        return work.isOpen() ? users.findById(id) : caches.users().find(key(id), () -> users.findById(id));
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        if (work.isOpen()) {
            return users.findByEmail(email);
        }
        Optional<UserId> id = caches.idsByEmail()
                .find(key(email), () -> users.findByEmail(email).map(User::id));
        if (id.isEmpty()) {
            return Optional.empty();
        }
        // Whose address it was may have another by now; what is kept under this one then says nothing.
        return findById(id.get()).filter(user -> user.email().equals(email)).or(() -> users.findByEmail(email));
    }

    @Override
    public List<User> findAll(Collection<UserId> wanted) {
        if (work.isOpen()) {
            return users.findAll(wanted);
        }
        List<String> keys =
                wanted.stream().map(UserCacheRepository::key).distinct().toList();
        Map<String, UserId> byKey =
                wanted.stream().distinct().collect(Collectors.toMap(UserCacheRepository::key, Function.identity()));
        return caches.users().findAll(keys, missing -> loadAll(missing, byKey)).values().stream()
                .sorted(IUserRepository.ORDER)
                .toList();
    }

    /** What somebody looks for is asked for once: of searches no page is kept. */
    @Override
    public UserPage list(UserSearch search, @Nullable UserPlace after, int limit) {
        if (work.isOpen() || !search.equals(UserSearch.ALL)) {
            return users.list(search, after, limit);
        }
        String name = limit + ":" + (after == null ? "" : after.id());
        IdPage page = caches.pages().find(LIST, name, () -> idsOf(users.list(search, after, limit)));
        List<UserId> found = page.ids().stream().map(UserId::new).toList();
        return new UserPage(found, page.hasNext() ? new UserPlace("", found.getLast()) : null);
    }

    @Override
    public Optional<User> lock(UserId id) {
        return users.lock(id);
    }

    @Override
    public void insert(User user) {
        users.insert(user);
        work.afterCommit(() -> {
            show(user);
            caches.pages().changed(LIST);
        });
    }

    @Override
    public User save(User user) {
        return work.run(() -> {
            User saved = users.save(user);
            var data = UserEvent.data(saved.version());
            events.append(new Event(ids.next(), UserEvent.UPDATED, saved.id().value(), saved.updatedAt(), data));
            work.afterCommit(() -> show(saved));
            return saved;
        });
    }

    @Override
    public Optional<User> delete(UserId id) {
        Optional<User> deleted = users.delete(id);
        deleted.ifPresent(user -> work.afterCommit(() -> hide(user)));
        return deleted;
    }

    @Override
    public boolean isNear(UserId user) {
        return caches.near().test(key(user));
    }

    @Override
    public long countNear() {
        return caches.nearCount().getAsLong();
    }

    @Override
    public void outdate(UserId user, long version) {
        demanding(() -> caches.users().outdate(key(user), version));
    }

    @Override
    public void outdateList() {
        demanding(() -> caches.pages().outdate(LIST));
    }

    @Override
    public void forget(UserId user) {
        demanding(() -> caches.users().forget(key(user)));
    }

    private void show(User user) {
        caches.users().wrote(key(user.id()), user);
        caches.idsByEmail().wrote(key(user.email()), user.id());
    }

    private void hide(User user) {
        caches.users().gone(key(user.id()), user.version() + 1);
        caches.pages().changed(LIST);
        try {
            caches.idsByEmail().forget(key(user.email()));
        } catch (CacheUnavailable down) {
            // It names somebody who is not there, which findByEmail notices.
        }
    }

    private static IdPage idsOf(UserPage page) {
        return new IdPage(page.ids().stream().map(UserId::value).toList(), page.next() != null);
    }

    private Map<String, User> loadAll(Set<String> missing, Map<String, UserId> byKey) {
        return users.findAll(missing.stream().map(byKey::get).toList()).stream()
                .collect(Collectors.toMap(user -> key(user.id()), Function.identity()));
    }

    private static void demanding(Runnable call) {
        try {
            call.run();
        } catch (CacheUnavailable down) {
            throw new CachedUsersUnavailable(down);
        }
    }

    private static String key(UserId id) {
        return "user:{" + id + "}";
    }

    private String key(EmailAddress email) {
        return "user:email:{" + contacts.of(email) + "}";
    }
}
