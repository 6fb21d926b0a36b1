package dev.gatehouse.identity.decorator;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.InMemorySessionProjection;
import dev.gatehouse.identity.port.InMemorySessionStore;
import dev.gatehouse.identity.port.InMemoryUserRepository;
import dev.gatehouse.identity.port.MutableClock;
import dev.gatehouse.identity.port.SessionStore;
import dev.gatehouse.identity.port.SessionStoreContract;

/** The whole contract holds while the projection is down. */
final class ProjectedSessionStoreWithoutProjectionTest implements SessionStoreContract {

    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryUserRepository users = new InMemoryUserRepository(work);
    private final InMemorySessionProjection projection = new InMemorySessionProjection(clock);
    private final InMemorySessionStore truth = new InMemorySessionStore(work, users, clock);
    private final SessionStore sessions = new ProjectedSessionStore(truth, truth.revokedTokens(), projection, work);

    ProjectedSessionStoreWithoutProjectionTest() {
        projection.failing(true);
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
}
