package dev.gatehouse.identity;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.PreferenceStore;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a user's new preferences in the place of all old ones. */
public final class ReplacePreferences {

    /**
     * @param entries as in {@link Preferences}
     * @param expectedVersion the version the change is meant for; null for whichever is there
     */
    public record Command(
            UserId user,
            Map<String, String> entries,
            @Nullable Long expectedVersion) {}

    public sealed interface Result {
        record Replaced(Preferences preferences) implements Result {}

        /** Somebody changed them first. */
        record VersionMismatch(Preferences current) implements Result {}

        /** The user was deleted a moment ago. */
        record Gone() implements Result {}
    }

    private final IUserRepository users;
    private final PreferenceStore store;
    private final UnitOfWork work;

    public ReplacePreferences(IUserRepository users, PreferenceStore store, UnitOfWork work) {
        this.users = users;
        this.store = store;
        this.work = work;
    }

    /** All or nothing; of parallel changes that expect the same version one is made. */
    public Result handle(Command command) {
        return work.run(() -> {
            if (users.lock(command.user()).isEmpty()) {
                return new Result.Gone();
            }
            Preferences current = store.find(command.user()).orElse(Preferences.NONE);
            Long expected = command.expectedVersion();
            if (expected != null && expected != current.version()) {
                return new Result.VersionMismatch(current);
            }
            return new Result.Replaced(store.save(command.user(), current.with(command.entries())));
        });
    }
}
