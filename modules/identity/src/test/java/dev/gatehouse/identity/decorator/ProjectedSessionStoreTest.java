package dev.gatehouse.identity.decorator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.LiveSession;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.InMemorySessionProjection;
import dev.gatehouse.identity.port.InMemorySessionStore;
import dev.gatehouse.identity.port.InMemoryUserRepository;
import dev.gatehouse.identity.port.MutableClock;
import dev.gatehouse.identity.port.SessionProjection.Known;
import dev.gatehouse.identity.port.SessionStore;
import dev.gatehouse.identity.port.SessionStoreContract;
import dev.gatehouse.identity.port.StoreUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ProjectedSessionStoreTest implements SessionStoreContract {

    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryUserRepository users = new InMemoryUserRepository(work);
    private final InMemorySessionStore truth = new InMemorySessionStore(work, users, clock);
    private final InMemorySessionProjection projection = new InMemorySessionProjection(clock);
    private final SessionStore sessions = new ProjectedSessionStore(truth, truth.revokedTokens(), projection, work);

    private final User user = Samples.user();
    private final Session session = Samples.session(user);
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void oneSession() {
        users.insert(user);
        truth.open(session, 10);
        truth.beforeLookUp(asked::incrementAndGet);
    }

    @Override
    public SessionStore sessions() {
        return sessions;
    }

    @Override
    public IUserRepository users() {
        return users;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }

    private Optional<LiveSession> found() {
        return sessions.findLive(user.id(), session.id(), Samples.TOKEN_ID);
    }

    private Optional<Known> projected() {
        return projection.find(user.id(), session.id(), Samples.TOKEN_ID);
    }

    private Session logOut() {
        return work.run(() -> {
            Session ended = sessions.lock(session.id()).orElseThrow().end(EndReason.LOGOUT);
            sessions.save(ended);
            return ended;
        });
    }

    @Test
    void theStoreIsAskedOnceAndTheProjectionFromThenOn() {
        assertThat(found()).isEqualTo(found()).contains(Samples.live(session, user));
        assertThat(asked).hasValue(1);
    }

    @Test
    void aSessionThatIsOverIsAskedOfTheStoreOnce() {
        truth.save(session.end(EndReason.LOGOUT));
        assertThat(found()).isEmpty();
        assertThat(found()).isEmpty();
        assertThat(projected()).contains(new Known.Ended());
        assertThat(asked).hasValue(1);
    }

    @Test
    void aProjectionThatForgotIsToldAgain() {
        found();
        projection.forget();
        assertThat(found()).isPresent();
        assertThat(projected()).contains(new Known.Live(Samples.live(session, user)));
        assertThat(asked).hasValue(2);
    }

    @Test
    void anEndIsToldToTheProjectionAndTheStoreIsNotAsked() {
        found();
        logOut();
        assertThat(projected()).contains(new Known.Ended());
        assertThat(found()).isEmpty();
        assertThat(asked).hasValue(1);
    }

    @Test
    void anEndIsDurableThoughTheProjectionIsDown() {
        found();
        projection.failing(true);
        logOut();
        assertThat(found()).isEmpty();
        assertThat(sessions.listEnded(Duration.ofMinutes(1))).contains(Samples.ended(session));
    }

    @Test
    void aSessionIsNotFoundAlivePastItsEndThoughTheProjectionKnewItAlive() {
        assertThat(found()).isPresent();
        clock.set(session.expiresAt());
        assertThat(found()).isEmpty();
    }

    @Test
    void aStoreThatIsDownIsNoAnswerAndNothingIsPut() {
        truth.failing(true);
        assertThatThrownBy(this::found).isInstanceOf(StoreUnavailable.class);
        assertThat(projected()).isEmpty();
        truth.failing(false);
        assertThat(found()).isPresent();
    }
}
