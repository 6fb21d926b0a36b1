package dev.gatehouse.identity.port;

import dev.gatehouse.events.InMemoryUnitOfWork;

final class InMemoryVerifiedContactsTest implements VerifiedContactsContract {

    private final InMemoryUserRepository users = new InMemoryUserRepository(new InMemoryUnitOfWork());

    @Override
    public VerifiedContacts contacts() {
        return new InMemoryVerifiedContacts(users);
    }

    @Override
    public IUserRepository users() {
        return users;
    }
}
