package dev.gatehouse.identity.model;

import java.util.Map;

/** The types of the events that tell of a change of a user's row; the subject of each is the user. */
public final class UserEvent {

    /** An account was made. */
    public static final String REGISTERED = "user.registered";

    /** Anything about the user changed. Its data: {@link #VERSION}, of the user from then on. */
    public static final String UPDATED = "user.updated";

    /** The user's preferences changed. Its data: {@link #VERSION}, of the preferences from then on. */
    public static final String PREFERENCES_CHANGED = "user.preferences-changed";

    private static final String VERSION = "version";

    private UserEvent() {}

    public static Map<String, String> data(long version) {
        return Map.of(VERSION, Long.toString(version));
    }

    /**
     * Reads what {@link #data} made.
     *
     * @throws NumberFormatException for the data of another event
     */
    public static long version(Map<String, String> data) {
        return Long.parseLong(data.getOrDefault(VERSION, ""));
    }
}
