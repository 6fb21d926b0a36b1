package dev.gatehouse.app.adapter.postgres;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.port.CredentialStore;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.UserImports;
import dev.gatehouse.identity.port.UserImportsContract;

final class PostgresUserImportsIT implements UserImportsContract {

    private final PostgresUserImports imports = new PostgresUserImports(TestPostgres.jdbc());
    private final PostgresUserRepository users = new PostgresUserRepository(TestPostgres.jdbc());
    private final PostgresCredentialStore credentials = new PostgresCredentialStore(TestPostgres.jdbc());
    private final PostgresUnitOfWork work = TestPostgres.unitOfWork();

    @Override
    public UserImports imports() {
        return imports;
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
