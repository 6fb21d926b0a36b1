package dev.gatehouse.identity.decorator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.EndReason;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.InMemorySessionProjection;
import dev.gatehouse.identity.port.InMemorySessionStore;
import dev.gatehouse.identity.port.InMemoryUserRepository;
import dev.gatehouse.identity.port.MutableClock;
import dev.gatehouse.identity.port.SessionStore;
import dev.gatehouse.identity.port.SessionStoreContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Store, projection and memory stacked as they are in the house. */
final class RememberedSessionStoreTest implements SessionStoreContract {

    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryUserRepository users = new InMemoryUserRepository(work);
    private final InMemorySessionProjection projection = new InMemorySessionProjection(clock);
    private final InMemorySessionStore truth = new InMemorySessionStore(work, users, clock);
    private final SessionStore sessions = new ProjectedSessionStore(
            truth,
            truth.revokedTokens(),
            new RememberingSessionProjection(projection, clock, Duration.ofMinutes(6)),
            work);

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

    @Test
    void aSessionThatEndedWhileTheProjectionWasDownStaysSoWhenItComesBackWithItsOldPicture() {
        User user = Samples.user();
        Session session = Samples.session(user);
        users.insert(user);
        sessions.open(session, 10);
        assertThat(sessions.findLive(user.id(), session.id(), Samples.TOKEN_ID)).isPresent();
        projection.failing(true);
        work.run(() -> sessions.endAll(user.id(), null, EndReason.LOGOUT_ALL));
        projection.failing(false);
        assertThat(projection.find(user.id(), session.id(), Samples.TOKEN_ID)).isPresent();
        assertThat(sessions.findLive(user.id(), session.id(), Samples.TOKEN_ID)).isEmpty();
    }
}
