package dev.gatehouse.identity.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.UserId;
import java.util.Map;
import java.util.Optional;

/** Preferences in a table of the in-memory unit of work. */
public final class InMemoryPreferenceStore implements PreferenceStore {

    private final InMemoryUnitOfWork work;
    private final IUserRepository users;
    private final Map<UserId, Preferences> preferences;

    public InMemoryPreferenceStore(InMemoryUnitOfWork work, IUserRepository users) {
        this.work = work;
        this.users = users;
        preferences = work.table();
    }

    @Override
    public Optional<Preferences> find(UserId user) {
        return work.run(() -> {
            Optional<Preferences> found = Optional.ofNullable(preferences.get(user));
            InParallel.giveWay();
            return found;
        });
    }

    @Override
    public Preferences save(UserId user, Preferences entries) {
        return work.run(() -> {
            if (users.findById(user).isEmpty()) {
                throw new IllegalStateException("preferences of nobody");
            }
            long version = find(user).orElse(Preferences.NONE).version() + 1;
            var saved = new Preferences(entries.entries(), version);
            preferences.put(user, saved);
            return saved;
        });
    }
}
