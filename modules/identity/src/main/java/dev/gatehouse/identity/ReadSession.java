package dev.gatehouse.identity;

import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.port.SessionStore;

/** Reads a session, be it over or not: for those who tell its owner of it. */
public final class ReadSession {

    public record Command(SessionId session) {}

    public sealed interface Result {
        record Found(Session session) implements Result {}

        /** It ended long ago, and nothing is known of it any more. */
        record Gone() implements Result {}
    }

    private final SessionStore sessions;

    public ReadSession(SessionStore sessions) {
        this.sessions = sessions;
    }

    /** One round trip. */
    public Result handle(Command command) {
        return sessions.find(command.session()).<Result>map(Result.Found::new).orElseGet(Result.Gone::new);
    }
}
