package dev.gatehouse.identity;

import dev.gatehouse.identity.model.Preferences;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.PreferenceStore;

/** Tells what a user prefers. */
public final class ReadPreferences {

    public record Command(UserId user) {}

    public sealed interface Result {
        /**
         * @param preferences none for whoever never said anything, and for a user who is not there
         */
        record Found(Preferences preferences) implements Result {}
    }

    private final PreferenceStore store;

    public ReadPreferences(PreferenceStore store) {
        this.store = store;
    }

    public Result handle(Command command) {
        return new Result.Found(store.find(command.user()).orElse(Preferences.NONE));
    }
}
