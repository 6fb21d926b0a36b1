package dev.gatehouse.identity.port;

import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.RevokedToken;
import dev.gatehouse.identity.model.RoleChange;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A projection in a map, that can be told to fail, and to forget. */
public final class InMemorySessionProjection implements SessionProjection {

    private record Key(UserId user, SessionId session) {}

    private final Map<Key, Known> known = new ConcurrentHashMap<>();
    private final Map<Key, Instant> active = new ConcurrentHashMap<>();
    private final Set<UUID> revoked = ConcurrentHashMap.newKeySet();
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
        active.clear();
        revoked.clear();
    }

    @Override
    public Supplier<Optional<Known>> ask(UserId user, SessionId session, UUID tokenId) {
        return () -> look(user, session, tokenId);
    }

    private Optional<Known> look(UserId user, SessionId session, UUID tokenId) {
        answer();
        if (revoked.contains(tokenId)) {
            return Optional.of(new Known.Revoked());
        }
        var key = new Key(user, session);
        Optional<Known> found = Optional.ofNullable(known.get(key)).filter(this::inTime);
        found.filter(Known.Live.class::isInstance).ifPresent(live -> active.put(key, clock.instant()));
        return found;
    }

    @Override
    public void put(LiveSession session) {
        answer();
        var key = new Key(session.user(), session.id());
        known.merge(key, new Known.Live(session), (now, next) -> now instanceof Known.Ended ? now : next);
        active.put(key, clock.instant());
    }

    @Override
    public void end(Collection<EndedSession> sessions) {
        if (!sessions.isEmpty()) {
            answer();
        }
        sessions.forEach(session -> known.put(new Key(session.user(), session.session()), new Known.Ended()));
    }

    @Override
    public void revoke(Collection<RevokedToken> tokens) {
        if (!tokens.isEmpty()) {
            answer();
        }
        tokens.forEach(token -> revoked.add(token.id()));
    }

    @Override
    public void change(Collection<RoleChange> roles) {
        if (!roles.isEmpty()) {
            answer();
        }
        roles.forEach(role -> known.replaceAll((key, state) -> in(role, state)));
    }

    private static Known in(RoleChange role, Known state) {
        return state instanceof Known.Live(LiveSession session)
                        && session.user().equals(role.user())
                ? new Known.Live(session.withRole(role.role()))
                : state;
    }

    @Override
    public Map<SessionId, Instant> lastActive(UserId user) {
        answer();
        var times = new HashMap<SessionId, Instant>();
        known.forEach((key, state) -> {
            if (key.user().equals(user) && state instanceof Known.Live && inTime(state)) {
                times.put(key.session(), active.getOrDefault(key, Instant.EPOCH));
            }
        });
        return times;
    }

    @Override
    public boolean answers() {
        return !failing;
    }

    private boolean inTime(Known known) {
        return switch (known) {
            case Known.Live(LiveSession session) -> clock.instant().isBefore(session.until());
            case Known.Ended(), Known.Revoked() -> true;
        };
    }

    private void answer() {
        if (failing) {
            throw new SessionProjectionUnavailable(new IllegalStateException("told to fail"));
        }
    }
}
