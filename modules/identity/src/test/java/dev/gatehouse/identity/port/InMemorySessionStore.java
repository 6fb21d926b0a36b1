package dev.gatehouse.identity.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sessions in a table of the in-memory unit of work; it can be told to fail, and a test may step in before each look-up. */
public final class InMemorySessionStore implements SessionStore {

    private record End(EndedSession session, Instant at, int order) {}

    private static final int MOST = 10_000;

    private final InMemoryUnitOfWork work;
    private final IUserRepository users;
    private final Clock clock;
    private final Map<SessionId, Session> sessions;
    private final Map<SessionId, End> ends;
    private final InMemoryRevokedTokens revoked;
    private volatile Runnable lookUp = () -> {};
    private volatile boolean failing;

    public InMemorySessionStore(InMemoryUnitOfWork work, IUserRepository users, Clock clock) {
        this.work = work;
        this.users = users;
        this.clock = clock;
        sessions = work.table();
        ends = work.table();
        revoked = new InMemoryRevokedTokens(work, clock);
    }

    /** The tokens of these sessions that were revoked. */
    public InMemoryRevokedTokens revokedTokens() {
        return revoked;
    }

    /** From now on this runs first, whenever somebody asks whether a session lives. */
    public void beforeLookUp(Runnable action) {
        lookUp = action;
    }

    /** From now on every call fails, or succeeds again. */
    public void failing(boolean failing) {
        this.failing = failing;
    }

    @Override
    public List<EndedSession> open(Session session, int most) {
        answer();
        return work.run(() -> {
            List<EndedSession> ended = liveOf(session.user(), session.createdAt()).skip(most - 1L).toList().stream()
                    .map(old -> end(old.end(EndReason.LIMIT)))
                    .map(old -> new EndedSession(old.user(), old.id()))
                    .toList();
            InParallel.giveWay();
            sessions.put(session.id(), session);
            return ended;
        });
    }

    /** Those of a user that live, the one opened last first. */
    private Stream<Session> liveOf(UserId user, Instant now) {
        return sessions.values().stream()
                .filter(session -> session.user().equals(user) && isLive(session, now))
                .sorted(Comparator.comparing(Session::createdAt)
                        .thenComparing(session -> session.id().toString())
                        .reversed());
    }

    /** Those of all users that live now. */
    List<Session> listLive() {
        answer();
        Instant now = clock.instant();
        return work.run(() -> sessions.values().stream()
                .filter(session -> isLive(session, now))
                .toList());
    }

    /** Those of a user that live now, and did not end with an epoch. */
    List<Session> listLive(UserId user) {
        answer();
        return work.run(() -> liveOf(user, clock.instant())
                .filter(session -> owner(session).isPresent())
                .toList());
    }

    private static boolean isLive(Session session, Instant now) {
        return session.ended() == null && now.isBefore(session.refreshUntil());
    }

    @Override
    public Optional<LiveSession> findLive(UserId user, SessionId session, UUID tokenId) {
        answer();
        lookUp.run();
        return work.run(() -> stored(session)
                .filter(found -> found.user().equals(user) && isLive(found, clock.instant()))
                .filter(found -> revoked.find(tokenId).isEmpty())
                .flatMap(this::live));
    }

    @Override
    public Optional<Session> find(SessionId session) {
        answer();
        return work.run(() -> stored(session));
    }

    @Override
    public Optional<Session> lock(SessionId session) {
        answer();
        return work.run(() -> stored(session).filter(found -> owner(found).isPresent()));
    }

    @Override
    public void save(Session session) {
        answer();
        work.run(() -> stored(session.id())
                .filter(stored -> stored.ended() == null)
                .map(stored -> session.ended() == null ? sessions.put(session.id(), session) : end(session)));
    }

    @Override
    public List<EndedSession> endAll(UserId user, @Nullable SessionId keep, EndReason reason) {
        answer();
        return work.run(() -> sessions.values().stream()
                .filter(session -> session.user().equals(user) && session.ended() == null)
                .filter(session -> !session.id().equals(keep))
                .toList()
                .stream()
                .map(session -> end(session.end(reason)))
                .map(session -> new EndedSession(session.user(), session.id()))
                .toList());
    }

    @Override
    public List<UserId> listLatestUsers(int limit) {
        answer();
        return work.run(() -> sessions.values().stream()
                .filter(session -> session.ended() == null)
                .sorted(Comparator.comparing((Session session) -> session.id().toString())
                        .reversed())
                .limit(limit)
                .map(Session::user)
                .distinct()
                .toList());
    }

    @Override
    public List<EndedSession> listEnded(Duration within) {
        answer();
        Instant since = clock.instant().minus(within);
        return work.run(() -> ends.values().stream()
                .filter(end -> end.at().isAfter(since))
                .sorted(Comparator.comparingInt(End::order).reversed())
                .limit(MOST)
                .map(End::session)
                .toList());
    }

    private void answer() {
        if (failing) {
            throw new StoreUnavailable(new IllegalStateException("told to fail"));
        }
    }

    private Optional<Session> stored(SessionId session) {
        Optional<Session> found = Optional.ofNullable(sessions.get(session));
        InParallel.giveWay();
        return found;
    }

    private Session end(Session session) {
        sessions.put(session.id(), session);
        ends.put(session.id(), new End(new EndedSession(session.user(), session.id()), clock.instant(), ends.size()));
        return session;
    }

    private Optional<User> owner(Session session) {
        return users.findById(session.user()).filter(user -> user.epoch() == session.epoch());
    }

    private Optional<LiveSession> live(Session session) {
        return owner(session)
                .filter(User::mayLogIn)
                .map(user ->
                        new LiveSession(session.id(), user.id(), user.epoch(), user.role(), session.refreshUntil()));
    }
}
