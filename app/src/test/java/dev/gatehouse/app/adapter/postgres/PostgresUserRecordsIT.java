package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.port.CredentialStore;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.PreferenceStore;
import dev.gatehouse.identity.port.SessionStore;
import dev.gatehouse.identity.port.UserRecords;
import dev.gatehouse.identity.port.UserRecordsContract;
import java.time.Clock;

final class PostgresUserRecordsIT implements UserRecordsContract {

    private final PostgresUserRecords records = new PostgresUserRecords(TestPostgres.jdbc());
    private final PostgresUserRepository users = new PostgresUserRepository(TestPostgres.jdbc());
    private final PostgresCredentialStore credentials = new PostgresCredentialStore(TestPostgres.jdbc());
    private final PostgresPreferenceStore preferences = new PostgresPreferenceStore(TestPostgres.jdbc());
    private final PostgresSessionStore sessions = new PostgresSessionStore(TestPostgres.jdbc(), Clock.systemUTC());
    private final PostgresUnitOfWork work = TestPostgres.unitOfWork();

    @Override
    public UserRecords records() {
        return records;
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
    public PreferenceStore preferences() {
        return preferences;
    }

    @Override
    public SessionStore sessions() {
        return sessions;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }
}
