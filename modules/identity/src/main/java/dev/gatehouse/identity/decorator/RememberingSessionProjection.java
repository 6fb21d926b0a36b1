package dev.gatehouse.identity.decorator;

import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.SessionProjection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A projection that itself remembers the ends it was told of, so that a session that ended stays so while the one
 * behind is down, was emptied, or came back with an old picture. Each end is told to the one behind until it has heard.
 *
 * <p>Memory: about 150 bytes for each session that ended within {@code memory}, and no more than 200,000 of them; the
 * projection behind and the store hold what is forgotten.
 */
public final class RememberingSessionProjection implements SessionProjection {

    private static final int MOST = 200_000;

    /**
     * @param told whether the projection behind has heard of it
     */
    private record End(Instant until, boolean told) {}

    private final SessionProjection projection;
    private final Clock clock;
    private final Duration memory;
    private final ConcurrentMap<EndedSession, End> ended = new ConcurrentHashMap<>();

    /**
     * @param memory the life of an access token with its leeway: later than that, an end is of no interest
     */
    public RememberingSessionProjection(SessionProjection projection, Clock clock, Duration memory) {
        this.projection = projection;
        this.clock = clock;
        this.memory = memory;
    }

    @Override
    public Optional<Known> find(UserId user, SessionId session) {
        var end = new EndedSession(user, session);
        if (ended.containsKey(end)) {
            return Optional.of(new Known.Ended());
        }
        Optional<Known> known = projection.find(user, session);
        // An end may have come while the answer was on its way.
        return ended.containsKey(end) ? Optional.of(new Known.Ended()) : known;
    }

    @Override
    public void put(LiveSession session) {
        if (!ended.containsKey(new EndedSession(session.user(), session.id()))) {
            projection.put(session);
        }
    }

    @Override
    public void end(Collection<EndedSession> sessions) {
        Instant now = clock.instant();
        ended.values().removeIf(end -> end.until().isBefore(now));
        List<EndedSession> news =
                sessions.stream().filter(session -> !isTold(ended.get(session))).toList();
        remember(news, new End(now.plus(memory), false));
        if (!news.isEmpty()) {
            projection.end(news);
            remember(news, new End(now.plus(memory), true));
        }
    }

    private void remember(List<EndedSession> sessions, End end) {
        for (EndedSession session : sessions) {
            if (ended.size() < MOST || ended.containsKey(session)) {
                ended.put(session, end);
            }
        }
    }

    private static boolean isTold(@Nullable End end) {
        return end != null && end.told();
    }
}
