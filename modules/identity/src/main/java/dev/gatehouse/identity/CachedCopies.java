package dev.gatehouse.identity;

import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.CachedPreferences;
import dev.gatehouse.identity.port.CachedUsers;
import dev.gatehouse.identity.port.CachedUsersUnavailable;
import dev.gatehouse.privacy.Erased;
import dev.gatehouse.privacy.Held;
import dev.gatehouse.privacy.PersonalData;
import dev.gatehouse.privacy.PersonalDataUnavailable;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Copies of a person's account and preferences, kept so that they need not be read each time. */
public final class CachedCopies implements PersonalData {

    private final CachedUsers users;
    private final CachedPreferences preferences;

    public CachedCopies(CachedUsers users, CachedPreferences preferences) {
        this.users = users;
        this.preferences = preferences;
    }

    @Override
    public String name() {
        return "caches";
    }

    @Override
    public Map<String, List<Held>> export(UUID person) {
        return Map.of();
    }

    /** Nobody counts copies. */
    @Override
    public Erased erase(UUID person) {
        var user = new UserId(person);
        try {
            users.forget(user);
            preferences.forget(user);
            return new Erased.Done(0);
        } catch (CachedUsersUnavailable down) {
            throw new PersonalDataUnavailable(down);
        }
    }
}
