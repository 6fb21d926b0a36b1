package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.VerifiedContacts;
import dev.gatehouse.identity.port.VerifiedContactsContract;

final class PostgresVerifiedContactsIT implements VerifiedContactsContract {

    private final PostgresVerifiedContacts contacts = new PostgresVerifiedContacts(TestPostgres.jdbc());
    private final PostgresUserRepository users = new PostgresUserRepository(TestPostgres.jdbc());

    @Override
    public VerifiedContacts contacts() {
        return contacts;
    }

    @Override
    public IUserRepository users() {
        return users;
    }
}
