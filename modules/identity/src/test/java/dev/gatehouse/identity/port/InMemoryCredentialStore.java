package dev.gatehouse.identity.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.model.Credential;
import dev.gatehouse.identity.model.EmailAddress;
import dev.gatehouse.identity.model.PasswordHash;
import dev.gatehouse.identity.model.SecondFactor;
import dev.gatehouse.identity.model.UserId;
import java.util.Map;
import java.util.Optional;

/** Credentials in a table of the in-memory unit of work. */
public final class InMemoryCredentialStore implements CredentialStore {

    private final InMemoryUnitOfWork work;
    private final IUserRepository users;
    private final InMemorySecondFactorStore factors;
    private final Map<UserId, PasswordHash> credentials;

    /** The credentials of users without second factors. */
    public InMemoryCredentialStore(InMemoryUnitOfWork work, IUserRepository users) {
        this(work, users, new InMemorySecondFactorStore(work));
    }

    public InMemoryCredentialStore(InMemoryUnitOfWork work, IUserRepository users, InMemorySecondFactorStore factors) {
        this.work = work;
        this.users = users;
        this.factors = factors;
        credentials = work.table();
    }

    @Override
    public Optional<Credential> findByEmail(EmailAddress email) {
        return work.run(() -> users.findByEmail(email).flatMap(user -> findByUser(user.id())));
    }

    @Override
    public Optional<Credential> findByUser(UserId user) {
        return work.run(() -> Optional.ofNullable(credentials.get(user)).map(hash -> {
            boolean secondFactor = factors.find(user).filter(SecondFactor::isOn).isPresent();
            return new Credential(user, hash, secondFactor);
        }));
    }

    @Override
    public boolean rehash(Credential expected, PasswordHash hash) {
        return work.run(() -> credentials.replace(expected.user(), expected.passwordHash(), hash));
    }

    @Override
    public void save(Credential credential) {
        work.run(() -> Optional.ofNullable(credentials.put(credential.user(), credential.passwordHash())));
    }
}
