package dev.gatehouse.identity.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWork;

final class InMemorySigningKeyStoreTest implements SigningKeyStoreContract {

    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemorySigningKeyStore keys = new InMemorySigningKeyStore(work);

    @Override
    public SigningKeyStore keys() {
        return keys;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }
}
