package dev.gatehouse.identity.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWork;

final class InMemorySecondFactorStoreTest implements SecondFactorStoreContract {

    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryUserRepository users = new InMemoryUserRepository(work);
    private final InMemorySecondFactorStore factors = new InMemorySecondFactorStore(work);
    private final InMemoryCredentialStore credentials = new InMemoryCredentialStore(work, users, factors);

    @Override
    public SecondFactorStore factors() {
        return factors;
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
