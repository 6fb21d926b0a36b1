package dev.gatehouse.identity.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.model.UserPage;
import dev.gatehouse.identity.model.UserPlace;
import dev.gatehouse.identity.model.UserSearch;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Users in a table of the in-memory unit of work. A look-up waits for the unit under way, so it never sees half of it. */
public final class InMemoryUserRepository implements IUserRepository {

    private static final Comparator<UserPlace> PLACES = Comparator.comparing(UserPlace::key)
            .thenComparing(place -> place.id().toString());

    private final InMemoryUnitOfWork work;
    private final Map<UserId, User> users;
    private final Map<UserId, Instant> roleChanges;

    public InMemoryUserRepository(InMemoryUnitOfWork work) {
        this.work = work;
        users = work.table();
        roleChanges = work.table();
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
    public UserPage list(UserSearch search, @Nullable UserPlace after, int limit) {
        return work.run(() -> UserPage.of(
                users.values().stream()
                        .filter(user -> finds(search, user))
                        .map(user -> new UserPlace(key(search, user), user.id()))
                        .sorted(PLACES)
                        .filter(place -> after == null || PLACES.compare(place, after) > 0)
                        .limit(limit + 1L)
                        .toList(),
                limit));
    }

    private static boolean finds(UserSearch search, User user) {
        return (search.email() == null
                        || user.email().canonical().startsWith(search.email().value()))
                && (search.name() == null
                        || folded(user.name().value())
                                .startsWith(folded(search.name().value())));
    }

    private static String key(UserSearch search, User user) {
        if (search.email() != null) {
            return user.email().canonical();
        }
        return search.name() == null ? "" : folded(user.name().value());
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
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
            if (next.role() != stored.role()) {
                roleChanges.put(next.id(), next.updatedAt());
            }
            return next;
        });
    }

    @Override
    public Optional<User> delete(UserId id) {
        return work.run(() -> Optional.ofNullable(users.remove(id)));
    }

    List<User> all() {
        return work.run(() -> List.copyOf(users.values()));
    }

    /** When the roles of those were changed that are not what they were made with. */
    Map<UserId, Instant> roleChanges() {
        return work.run(() -> Map.copyOf(roleChanges));
    }
}
