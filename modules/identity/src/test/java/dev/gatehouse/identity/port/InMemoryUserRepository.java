package dev.gatehouse.identity.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.UserPage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Users in a table of the in-memory unit of work. A look-up waits for the unit under way, so it never sees half of it. */
public final class InMemoryUserRepository implements IUserRepository {

    private final InMemoryUnitOfWork work;
    private final Map<UserId, User> users;

    public InMemoryUserRepository(InMemoryUnitOfWork work) {
        this.work = work;
        users = work.table();
    }

    @Override
    public void insert(User user) {
        work.run(() -> {
            if (findByEmail(user.email()).isPresent()) {
                throw new EmailTaken();
            }
            return Optional.ofNullable(users.put(user.id(), user));
        });
    }

    @Override
    public Optional<User> findById(UserId id) {
        return work.run(() -> {
            Optional<User> found = Optional.ofNullable(users.get(id));
            InParallel.giveWay();
            return found;
        });
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        return work.run(() -> {
            Optional<User> found = users.values().stream()
                    .filter(user -> user.email().equals(email))
                    .findFirst();
            InParallel.giveWay();
            return found;
        });
    }

    @Override
    public List<User> findAll(Collection<UserId> ids) {
        return work.run(() -> users.values().stream()
                .filter(user -> ids.contains(user.id()))
                .sorted(ORDER)
                .toList());
    }

    @Override
    public UserPage list(@Nullable UserId after, int limit) {
        return work.run(() -> {
            List<User> rest = users.values().stream()
                    .sorted(ORDER)
                    .filter(user -> after == null || user.id().toString().compareTo(after.toString()) > 0)
                    .toList();
            List<User> page = rest.subList(0, Math.min(limit, rest.size()));
            return new UserPage(page, page.size() < rest.size() ? page.getLast().id() : null);
        });
    }

    /** Nobody else is in a unit while this one is. */
    @Override
    public Optional<User> lock(UserId id) {
        return findById(id);
    }

    @Override
    public User save(User user) {
        return work.run(() -> {
            User stored = users.get(user.id());
            InParallel.giveWay();
            if (stored == null || stored.version() != user.version()) {
                throw new StaleVersion();
            }
            if (findByEmail(user.email())
                    .filter(owner -> !owner.id().equals(user.id()))
                    .isPresent()) {
                throw new EmailTaken();
            }
            User next = user.withNextVersion();
            users.put(next.id(), next);
            return next;
        });
    }
}
