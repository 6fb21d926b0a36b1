package dev.gatehouse.identity.model;

import java.util.Map;

/** The types of the events that tell of a session; the subject of each is its user, its data are {@link #data}. */
public final class SessionEvent {

    /** A refresh token came a second time, and the session was ended. */
    public static final String REFRESH_TOKEN_REUSED = "session.refresh-token-reused";

    /** The user opened one session more than may live, and this one was the oldest. */
    public static final String ENDED_BY_LIMIT = "session.ended-by-limit";

    private SessionEvent() {}

    public static Map<String, String> data(SessionId session) {
        return Map.of("session", session.toString());
    }
}
