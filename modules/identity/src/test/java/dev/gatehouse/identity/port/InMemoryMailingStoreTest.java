package dev.gatehouse.identity.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWork;

final class InMemoryMailingStoreTest implements MailingStoreContract {

    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryUserRepository users = new InMemoryUserRepository(work);
    private final InMemoryMailingStore mailings = new InMemoryMailingStore(work);

    @Override
    public MailingStore mailings() {
        return mailings;
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
