package dev.gatehouse.identity.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Samples;

final class InMemorySessionDirectoryTest implements SessionDirectoryContract {

    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryUserRepository users = new InMemoryUserRepository(work);
    private final InMemorySessionStore sessions = new InMemorySessionStore(work, users, new MutableClock(Samples.NOW));
    private final InMemorySessionDirectory directory = new InMemorySessionDirectory(sessions);

    @Override
    public SessionDirectory directory() {
        return directory;
    }

    @Override
    public SessionStore sessions() {
        return sessions;
    }

    @Override
    public RevokedTokens tokens() {
        return sessions.revokedTokens();
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
