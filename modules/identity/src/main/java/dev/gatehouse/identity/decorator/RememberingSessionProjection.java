package dev.gatehouse.identity.decorator;

import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.RevokedToken;
import dev.gatehouse.identity.model.RoleChange;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.SessionProjection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A projection that itself remembers the ends, revocations and roles it was told of, so that what is over stays so while
 * the one behind is down, was emptied, or came back with an old picture. Each is told to the one behind until it has
 * heard. A picture with a role from before, which somebody put who had read it before the change, is put right.
 *
 * <p>What its {@link Memory} has no room for, the projection behind and the store hold.
 */
public final class RememberingSessionProjection implements SessionProjection {

    private final SessionProjection projection;
    private final Memory<EndedSession> ended;
    private final Memory<UUID> revoked;
    private final RoleMemory roles;

    /**
     * @param memory the life of an access token with its leeway, later than which an end is of no interest, or how long
     *     the one behind keeps a picture that nobody looks at, whichever is longer
     */
    public RememberingSessionProjection(SessionProjection projection, Clock clock, Duration memory) {
        this.projection = projection;
        this.ended = new Memory<>(clock, memory);
        this.revoked = new Memory<>(clock, memory);
        this.roles = new RoleMemory(clock, memory);
    }

    @Override
    public Supplier<Optional<Known>> ask(UserId user, SessionId session, UUID tokenId) {
        Optional<Known> over = remembered(user, session, tokenId);
        if (over.isPresent()) {
            return () -> over;
        }
        Supplier<Optional<Known>> answer = projection.ask(user, session, tokenId);
        return () -> {
            Optional<Known> known = answer.get();
            // An end may have come while the answer was on its way.
            return remembered(user, session, tokenId).or(() -> known.map(this::inTheRoleOfToday));
        };
    }

    private Known inTheRoleOfToday(Known known) {
        if (!(known instanceof Known.Live(LiveSession found))) {
            return known;
        }
        LiveSession session = found.withRole(roles.of(found.user()).orElse(found.role()));
        if (!session.equals(found)) {
            News.tell(() -> projection.put(session));
        }
        return new Known.Live(session);
    }

    private Optional<Known> remembered(UserId user, SessionId session, UUID tokenId) {
        if (ended.has(new EndedSession(user, session))) {
            return Optional.of(new Known.Ended());
        }
        return revoked.has(tokenId) ? Optional.of(new Known.Revoked()) : Optional.empty();
    }

    @Override
    public void put(LiveSession session) {
        if (!ended.has(new EndedSession(session.user(), session.id()))) {
            projection.put(session);
        }
    }

    @Override
    public void end(Collection<EndedSession> sessions) {
        ended.tell(sessions, projection::end);
    }

    @Override
    public void revoke(Collection<RevokedToken> tokens) {
        revoked.tell(
                tokens.stream().map(RevokedToken::id).toList(),
                news -> projection.revoke(tokens.stream()
                        .filter(token -> news.contains(token.id()))
                        .toList()));
    }

    @Override
    public void change(Collection<RoleChange> changes) {
        roles.tell(changes, projection::change);
    }

    @Override
    public Map<SessionId, Instant> lastActive(UserId user) {
        return projection.lastActive(user).entrySet().stream()
                .filter(active -> !ended.has(new EndedSession(user, active.getKey())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public boolean answers() {
        return projection.answers();
    }
}
