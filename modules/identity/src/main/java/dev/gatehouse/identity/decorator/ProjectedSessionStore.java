package dev.gatehouse.identity.decorator;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.SessionProjection;
import dev.gatehouse.identity.port.SessionProjection.Known;
import dev.gatehouse.identity.port.SessionProjectionUnavailable;
import dev.gatehouse.identity.port.SessionStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session store that asks its projection first, and the store that knows only when the projection does not.
 *
 * <p>Parallel questions about one session reach the store once. Ends are told to the projection after their commit; a
 * projection that is down hears of them from {@link dev.gatehouse.identity.SpreadSessionEnds} later.
 */
public final class ProjectedSessionStore implements SessionStore {

    private record Question(UserId user, SessionId session) {}

    private static final Logger LOG = LoggerFactory.getLogger(ProjectedSessionStore.class);

    private final SessionStore truth;
    private final SessionProjection projection;
    private final UnitOfWork work;
    private final ConcurrentMap<Question, CompletableFuture<Optional<LiveSession>>> asked = new ConcurrentHashMap<>();

    public ProjectedSessionStore(SessionStore truth, SessionProjection projection, UnitOfWork work) {
        this.truth = truth;
        this.projection = projection;
        this.work = work;
    }

    @Override
    public Optional<LiveSession> findLive(UserId user, SessionId session) {
        Optional<Known> known;
        try {
            known = projection.find(user, session);
        } catch (SessionProjectionUnavailable down) {
            return askOnce(user, session);
        }
        if (known.isPresent()) {
            return switch (known.get()) {
                case Known.Live(LiveSession live) -> Optional.of(live);
                case Known.Ended() -> Optional.empty();
            };
        }
        Optional<LiveSession> live = askOnce(user, session);
        tell(() ->
                live.ifPresentOrElse(projection::put, () -> projection.end(List.of(new EndedSession(user, session)))));
        return live;
    }

    @Override
    public void open(Session session) {
        truth.open(session);
    }

    @Override
    public Optional<Session> find(SessionId session) {
        return truth.find(session);
    }

    @Override
    public Optional<Session> lock(SessionId session) {
        return truth.lock(session);
    }

    @Override
    public void save(Session session) {
        truth.save(session);
        if (session.ended() != null) {
            work.afterCommit(() -> tell(() -> projection.end(List.of(new EndedSession(session.user(), session.id())))));
        }
    }

    @Override
    public List<EndedSession> endAll(UserId user, @Nullable SessionId keep, EndReason reason) {
        List<EndedSession> ended = truth.endAll(user, keep, reason);
        work.afterCommit(() -> tell(() -> projection.end(ended)));
        return ended;
    }

    @Override
    public List<EndedSession> listEnded(Duration within) {
        return truth.listEnded(within);
    }

    @Override
    public List<UserId> listLatestUsers(int limit) {
        return truth.listLatestUsers(limit);
    }

    private Optional<LiveSession> askOnce(UserId user, SessionId session) {
        var question = new Question(user, session);
        var answer = new CompletableFuture<Optional<LiveSession>>();
        var underWay = asked.putIfAbsent(question, answer);
        if (underWay != null) {
            return await(underWay);
        }
        try {
            Optional<LiveSession> live = truth.findLive(user, session);
            answer.complete(live);
            return live;
        } catch (RuntimeException | Error failure) {
            answer.completeExceptionally(failure);
            throw failure;
        } finally {
            asked.remove(question);
        }
    }

    private static Optional<LiveSession> await(CompletableFuture<Optional<LiveSession>> answer) {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed.getCause() instanceof RuntimeException failure ? failure : failed;
        }
    }

    private static void tell(Runnable news) {
        try {
            news.run();
        } catch (SessionProjectionUnavailable down) {
            LOG.debug("the session projection did not hear the news; it will be told again");
        }
    }
}
