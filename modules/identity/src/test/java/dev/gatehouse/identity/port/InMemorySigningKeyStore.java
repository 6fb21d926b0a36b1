package dev.gatehouse.identity.port;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.model.SigningKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Signing keys in a table of the in-memory unit of work, that can be told to fail, and counts how often it is read. */
public final class InMemorySigningKeyStore implements SigningKeyStore {

    private final InMemoryUnitOfWork work;
    private final Map<String, SigningKey> keys;
    private final AtomicInteger reads = new AtomicInteger();
    private volatile boolean failing;

    public InMemorySigningKeyStore(InMemoryUnitOfWork work) {
        this.work = work;
        keys = work.table();
    }

    /** A store that has keys already. */
    public static InMemorySigningKeyStore of(InMemoryUnitOfWork work, List<SigningKey> keys) {
        var store = new InMemorySigningKeyStore(work);
        store.replaceAll(keys);
        return store;
    }

    /** From now on every call fails, or succeeds again. */
    public void failing(boolean failing) {
        this.failing = failing;
    }

    /** How often all keys were listed. */
    public int reads() {
        return reads.get();
    }

    @Override
    public List<SigningKey> list() {
        reads.incrementAndGet();
        return lock();
    }

    @Override
    public List<SigningKey> lock() {
        answer();
        return work.run(() -> {
            List<SigningKey> found = List.copyOf(keys.values());
            InParallel.giveWay();
            return found;
        });
    }

    @Override
    public void replaceAll(List<SigningKey> replacement) {
        answer();
        work.run(() -> {
            keys.clear();
            replacement.forEach(key -> keys.put(key.id(), key));
            return keys;
        });
    }

    private void answer() {
        if (failing) {
            throw new StoreUnavailable(new IllegalStateException("told to fail"));
        }
    }
}
