package dev.gatehouse.identity.decorator;

import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.SigningKey;
import dev.gatehouse.identity.port.SigningKeyStore;
import dev.gatehouse.identity.port.StoreUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A key store that reads its keys once in a while and keeps them when the store behind is down. Keys that another
 * instance rotated are seen that much later, which the overlap of a rotation allows for many times over.
 */
public final class CachedSigningKeyStore implements SigningKeyStore {

    private record Snapshot(List<SigningKey> keys, Instant readAgainAt) {}

    private final SigningKeyStore store;
    private final UnitOfWork work;
    private final Clock clock;
    private final Duration fresh;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Snapshot snapshot;

    public CachedSigningKeyStore(SigningKeyStore store, UnitOfWork work, Clock clock, Duration fresh) {
        this.store = store;
        this.work = work;
        this.clock = clock;
        this.fresh = fresh;
    }

    @Override
    public List<SigningKey> list() {
        Snapshot now = snapshot;
        if (now != null && clock.instant().isBefore(now.readAgainAt())) {
            return now.keys();
        }
        if (now == null) {
            reading.lock();
        } else if (!reading.tryLock()) {
            return now.keys();
        }
        try {
            return read(snapshot);
        } finally {
            reading.unlock();
        }
    }

    @Override
    public List<SigningKey> lock() {
        return store.lock();
    }

    @Override
    public void replaceAll(List<SigningKey> keys) {
        store.replaceAll(keys);
        work.afterCommit(this::readAgain);
    }

    /** The keys from before stay for as long as the store does not answer. */
    private void readAgain() {
        Snapshot now = snapshot;
        snapshot = now == null ? null : new Snapshot(now.keys(), Instant.MIN);
    }

    private List<SigningKey> read(@Nullable Snapshot before) {
        Instant now = clock.instant();
        if (before != null && now.isBefore(before.readAgainAt())) {
            return before.keys();
        }
        try {
            List<SigningKey> keys = store.list();
            // No keys are no answer to keep: the first rotation may be under way elsewhere.
            snapshot = keys.isEmpty() ? null : new Snapshot(keys, now.plus(fresh));
            return keys;
        } catch (StoreUnavailable down) {
            if (before == null) {
                throw down;
            }
            snapshot = new Snapshot(before.keys(), now.plusSeconds(1));
            return before.keys();
        }
    }
}
