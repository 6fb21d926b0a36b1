package dev.gatehouse.identity.decorator;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.RevokedTokens;
import dev.gatehouse.identity.port.SessionProjection;
import dev.gatehouse.identity.port.SessionProjection.Known;
import dev.gatehouse.identity.port.SessionProjectionUnavailable;
import dev.gatehouse.identity.port.SessionStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A session store that asks its projection first, and the store that knows only when the projection does not.
 *
 * <p>Parallel questions about one token reach the store once. Ends are told to the projection after their commit; a
 * projection that is down hears of them from {@link dev.gatehouse.identity.SpreadSessionEnds} later.
 */
public final class ProjectedSessionStore implements SessionStore {

    private record Question(UserId user, SessionId session, UUID tokenId) {}

    private final SessionStore truth;
    private final RevokedTokens tokens;
    private final SessionProjection projection;
    private final UnitOfWork work;
    private final ConcurrentMap<Question, CompletableFuture<Optional<LiveSession>>> asked = new ConcurrentHashMap<>();

    /**
     * @param tokens those that the store behind knows, too
     */
    public ProjectedSessionStore(
            SessionStore truth, RevokedTokens tokens, SessionProjection projection, UnitOfWork work) {
        this.truth = truth;
        this.tokens = tokens;
        this.projection = projection;
        this.work = work;
    }

    @Override
    public Optional<LiveSession> findLive(UserId user, SessionId session, UUID tokenId) {
        return askLive(user, session, tokenId).get();
    }

    @Override
    public Supplier<Optional<LiveSession>> askLive(UserId user, SessionId session, UUID tokenId) {
        var question = new Question(user, session, tokenId);
        try {
            Supplier<Optional<Known>> answer = projection.ask(user, session, tokenId);
            return () -> live(question, answer);
        } catch (SessionProjectionUnavailable down) {
            return () -> askOnce(question);
        }
    }

    private Optional<LiveSession> live(Question question, Supplier<Optional<Known>> answer) {
        Optional<Known> known;
        try {
            known = answer.get();
        } catch (SessionProjectionUnavailable down) {
            return askOnce(question);
        }
        if (known.isPresent()) {
            return switch (known.get()) {
                case Known.Live(LiveSession live) -> Optional.of(live);
                case Known.Ended(), Known.Revoked() -> Optional.empty();
            };
        }
        Optional<LiveSession> live = askOnce(question);
        News.tell(() -> live.ifPresentOrElse(projection::put, () -> tellWhy(question)));
        return live;
    }

    /** A session that lives must not be said to be over because one of its tokens is. */
    private void tellWhy(Question refused) {
        tokens.find(refused.tokenId())
                .ifPresentOrElse(
                        token -> projection.revoke(List.of(token)),
                        () -> projection.end(List.of(new EndedSession(refused.user(), refused.session()))));
    }

    @Override
    public List<EndedSession> open(Session session, int most) {
        List<EndedSession> ended = truth.open(session, most);
        work.afterCommit(() -> News.tell(() -> projection.end(ended)));
        return ended;
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
            var ended = List.of(new EndedSession(session.user(), session.id()));
            work.afterCommit(() -> News.tell(() -> projection.end(ended)));
        }
    }

    @Override
    public List<EndedSession> endAll(UserId user, @Nullable SessionId keep, EndReason reason) {
        List<EndedSession> ended = truth.endAll(user, keep, reason);
        work.afterCommit(() -> News.tell(() -> projection.end(ended)));
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

    private Optional<LiveSession> askOnce(Question question) {
        var answer = new CompletableFuture<Optional<LiveSession>>();
        var underWay = asked.putIfAbsent(question, answer);
        if (underWay != null) {
            return await(underWay);
        }
        try {
            Optional<LiveSession> live = truth.findLive(question.user(), question.session(), question.tokenId());
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
}
