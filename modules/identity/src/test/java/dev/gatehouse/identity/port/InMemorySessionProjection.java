package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A projection in a map, that can be told to fail, and to forget. */
public final class InMemorySessionProjection implements SessionProjection {

    private record Key(UserId user, SessionId session) {}

    private final Map<Key, Known> known = new ConcurrentHashMap<>();
    private final Clock clock;
    private volatile boolean failing;

    public InMemorySessionProjection(Clock clock) {
        this.clock = clock;
    }

    /** From now on every call fails, or succeeds again. */
    public void failing(boolean failing) {
        this.failing = failing;
    }

    /** Forgets everything, ends too: what a cache that was emptied does. */
    public void forget() {
        known.clear();
    }

    @Override
    public Optional<Known> find(UserId user, SessionId session) {
        answer();
        return Optional.ofNullable(known.get(new Key(user, session))).filter(this::inTime);
    }

    @Override
    public void put(LiveSession session) {
        answer();
        known.merge(
                new Key(session.user(), session.id()),
                new Known.Live(session),
                (now, next) -> now instanceof Known.Ended ? now : next);
    }

    @Override
    public void end(Collection<EndedSession> sessions) {
        if (!sessions.isEmpty()) {
            answer();
        }
        sessions.forEach(session -> known.put(new Key(session.user(), session.session()), new Known.Ended()));
    }

    private boolean inTime(Known known) {
        return switch (known) {
            case Known.Live(LiveSession session) -> clock.instant().isBefore(session.until());
            case Known.Ended() -> true;
        };
    }

    private void answer() {
        if (failing) {
            throw new SessionProjectionUnavailable(new IllegalStateException("told to fail"));
        }
    }
}
