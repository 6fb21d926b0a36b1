package dev.gatehouse.identity.model;

import java.util.Map;
import java.util.UUID;

/** The types of the events that tell of devices; the subject of each is the user. */
public final class DeviceEvent {

    /** A user logged in from a device that none of their log-ins had come from. Its data: {@link #session}. */
    public static final String OPENED_ON_NEW_DEVICE = "session.opened-on-new-device";

    private static final String SESSION = "session";

    private DeviceEvent() {}

    public static Map<String, String> data(SessionId session) {
        return Map.of(SESSION, session.toString());
    }

    /**
     * Reads what {@link #data} made.
     *
     * @throws IllegalArgumentException for the data of another event
     */
    public static SessionId session(Map<String, String> data) {
        return new SessionId(UUID.fromString(data.getOrDefault(SESSION, "")));
    }
}
