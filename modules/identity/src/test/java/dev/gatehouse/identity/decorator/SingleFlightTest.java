package dev.gatehouse.identity.decorator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.RevokedToken;
import dev.gatehouse.identity.model.RoleChange;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SessionId;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.InMemorySessionStore;
import dev.gatehouse.identity.port.InMemoryUserRepository;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.identity.port.MutableClock;
import dev.gatehouse.identity.port.SessionProjection;
import dev.gatehouse.identity.port.SessionStore;
import dev.gatehouse.identity.port.StoreUnavailable;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How {@link ProjectedSessionStore} asks the store behind when many ask it at once. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class SingleFlightTest {

    private static final int CALLERS = 50;

    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryUserRepository users = new InMemoryUserRepository(work);
    private final InMemorySessionStore truth = new InMemorySessionStore(work, users, clock);
    private final Set<Thread> callers = ConcurrentHashMap.newKeySet();
    private final SessionStore sessions =
            new ProjectedSessionStore(truth, truth.revokedTokens(), new KnowsNothing(), work);

    private final User user = Samples.user();
    private final Session session = Samples.session(user);
    private final AtomicInteger asked = new AtomicInteger();

    /** Remembers who asked, and nothing else. */
    private final class KnowsNothing implements SessionProjection {
        @Override
        public Supplier<Optional<Known>> ask(UserId user, SessionId id, UUID tokenId) {
            callers.add(Thread.currentThread());
            return Optional::empty;
        }

        @Override
        public void put(LiveSession live) {}

        @Override
        public void end(Collection<EndedSession> ended) {}

        @Override
        public void revoke(Collection<RevokedToken> tokens) {}

        @Override
        public void change(Collection<RoleChange> roles) {}

        @Override
        public Map<SessionId, Instant> lastActive(UserId user) {
            return Map.of();
        }

        @Override
        public boolean answers() {
            return true;
        }
    }

    @BeforeEach
    void oneSession() {
        users.insert(user);
        truth.open(session, 10);
    }

    /** Counts the look-up, and holds it until everybody else waits for its answer, or asks too. */
    private void holdUntilAllWait() {
        asked.incrementAndGet();
        while (asked.get() == 1 && !allWaitButThisOne()) {
            Thread.onSpinWait();
        }
    }

    private boolean allWaitButThisOne() {
        return callers.size() == CALLERS
                && callers.stream()
                                .filter(caller -> caller.getState() != Thread.State.WAITING)
                                .count()
                        == 1;
    }

    private Optional<LiveSession> find() {
        return sessions.findLive(user.id(), session.id(), Samples.TOKEN_ID);
    }

    @Test
    void fiftyQuestionsAboutOneSessionReachTheStoreOnce() {
        truth.beforeLookUp(this::holdUntilAllWait);
        assertThat(InParallel.run(CALLERS, number -> find()))
                .hasSize(CALLERS)
                .containsOnly(Optional.of(Samples.live(session, user)));
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatTheStoreThrowsReachesEverybodyAndIsNotKept() {
        truth.beforeLookUp(() -> {
            holdUntilAllWait();
            throw new StoreUnavailable(new IllegalStateException("told to fail"));
        });
        assertThat(InParallel.run(CALLERS, number -> outcome())).containsOnly("StoreUnavailable");
        assertThat(asked).hasValue(1);
        truth.beforeLookUp(() -> {});
        assertThat(find()).isPresent();
    }

    @Test
    void evenAnErrorLeavesNobodyWaiting() {
        truth.beforeLookUp(() -> {
            holdUntilAllWait();
            throw new StackOverflowError("told to fail");
        });
        assertThat(InParallel.run(CALLERS, number -> outcome())).containsOnly("StackOverflowError");
        truth.beforeLookUp(() -> {});
        assertThat(find()).isPresent();
    }

    @Test
    void anAnswerForOneUserIsNoneForAnother() {
        truth.beforeLookUp(() -> {
            asked.incrementAndGet();
            while (asked.get() < 2 && callers.stream().noneMatch(caller -> caller.getState() == Thread.State.WAITING)) {
                Thread.onSpinWait();
            }
        });
        var found = InParallel.run(
                2,
                number ->
                        sessions.findLive(number == 0 ? user.id() : Samples.userId(), session.id(), Samples.TOKEN_ID));
        assertThat(found).containsExactly(Optional.of(Samples.live(session, user)), Optional.empty());
    }

    private String outcome() {
        try {
            return find().getClass().getSimpleName();
        } catch (RuntimeException | Error failure) {
            return failure.getClass().getSimpleName();
        }
    }
}
