package dev.gatehouse.identity.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWork;

final class InMemoryUserImportsTest implements UserImportsContract {

    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryUserRepository users = new InMemoryUserRepository(work);
    private final InMemoryCredentialStore credentials = new InMemoryCredentialStore(work, users);

    @Override
    public UserImports imports() {
        return new InMemoryUserImports(work, users, credentials);
    }

    @Override
    public IUserRepository users() {
        return users;
    }

    @Override
    public CredentialStore credentials() {
        return credentials;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }
}
