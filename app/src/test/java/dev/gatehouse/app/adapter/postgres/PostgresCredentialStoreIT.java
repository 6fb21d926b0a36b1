package dev.gatehouse.app.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.CredentialStore;
import dev.gatehouse.identity.port.CredentialStoreContract;
import dev.gatehouse.identity.port.IUserRepository;
import org.junit.jupiter.api.Test;

final class PostgresCredentialStoreIT implements CredentialStoreContract {

    private final PostgresCredentialStore credentials = new PostgresCredentialStore(TestPostgres.jdbc());
    private final PostgresUserRepository users = new PostgresUserRepository(TestPostgres.jdbc());
    private final PostgresUnitOfWork work = TestPostgres.unitOfWork();

    @Override
    public CredentialStore credentials() {
        return credentials;
    }

    @Override
    public IUserRepository users() {
        return users;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }

    @Test
    void aCredentialOfNobodyIsABugAndNotAnOutage() {
        var credential = new Credential(Samples.userId(), new PasswordHash("$argon2id$…"));
        assertThatThrownBy(() -> credentials.save(credential)).isInstanceOf(IllegalStateException.class);
    }
}
