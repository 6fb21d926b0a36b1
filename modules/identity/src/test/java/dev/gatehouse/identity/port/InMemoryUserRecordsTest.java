package dev.gatehouse.identity.port;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.InMemoryIdentity;

final class InMemoryUserRecordsTest implements UserRecordsContract {

    private final InMemoryIdentity identity = new InMemoryIdentity();

    @Override
    public UserRecords records() {
        return new InMemoryUserRecords(identity.users, identity.credentials, identity.preferences, identity.directory);
    }

    @Override
    public IUserRepository users() {
        return identity.users;
    }

    @Override
    public CredentialStore credentials() {
        return identity.credentials;
    }

    @Override
    public PreferenceStore preferences() {
        return identity.preferences;
    }

    @Override
    public SessionStore sessions() {
        return identity.store;
    }

    @Override
    public UnitOfWork work() {
        return identity.work;
    }
}
