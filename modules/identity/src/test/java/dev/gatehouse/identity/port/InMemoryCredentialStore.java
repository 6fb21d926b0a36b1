package dev.gatehouse.identity.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.UserId;
import java.util.Map;
import java.util.Optional;

/** Credentials in a table of the in-memory unit of work. */
public final class InMemoryCredentialStore implements CredentialStore {

    private final InMemoryUnitOfWork work;
    private final IUserRepository users;
    private final Map<UserId, Credential> credentials;

    public InMemoryCredentialStore(InMemoryUnitOfWork work, IUserRepository users) {
        this.work = work;
        this.users = users;
        credentials = work.table();
    }

    @Override
    public Optional<Credential> findByEmail(EmailAddress email) {
        return work.run(() -> users.findByEmail(email).flatMap(user -> findByUser(user.id())));
    }

    @Override
    public Optional<Credential> findByUser(UserId user) {
        return work.run(() -> Optional.ofNullable(credentials.get(user)));
    }

    @Override
    public boolean rehash(Credential expected, PasswordHash hash) {
        return work.run(() -> credentials.replace(expected.user(), expected, new Credential(expected.user(), hash)));
    }

    @Override
    public void save(Credential credential) {
        work.run(() -> Optional.ofNullable(credentials.put(credential.user(), credential)));
    }
}
