package dev.gatehouse.identity.decorator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.SigningKey;
import dev.gatehouse.identity.port.InMemorySigningKeyStore;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.identity.port.MutableClock;
import dev.gatehouse.identity.port.SigningKeyStore;
import dev.gatehouse.identity.port.SigningKeyStoreContract;
import dev.gatehouse.identity.port.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CachedSigningKeyStoreTest implements SigningKeyStoreContract {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemorySigningKeyStore store = new InMemorySigningKeyStore(work);
    private final SigningKeyStore cached = new CachedSigningKeyStore(store, work, clock, FRESH);
    private final List<SigningKey> keys = List.of(Samples.signingKey(SigningKey.State.CURRENT));
    private final List<SigningKey> others = List.of(Samples.signingKey(SigningKey.State.CURRENT));

    @Override
    public SigningKeyStore keys() {
        return cached;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }

    @Test
    void theKeysAreReadOnceInAWhile() {
        store.replaceAll(keys);
        assertThat(cached.list()).isEqualTo(keys);
        store.replaceAll(others);
        clock.advance(FRESH.minusNanos(1));
        assertThat(cached.list()).isEqualTo(keys);
        assertThat(store.reads()).isEqualTo(1);
        clock.advance(Duration.ofNanos(1));
        assertThat(cached.list()).isEqualTo(others);
        assertThat(store.reads()).isEqualTo(2);
    }

    @Test
    void theFirstReadersWaitForOneReading() {
        store.replaceAll(keys);
        assertThat(InParallel.run(50, number -> cached.list())).containsOnly(keys);
        assertThat(store.reads()).isEqualTo(1);
    }

    @Test
    void theKeysStayWhileTheStoreIsDownAndItIsAskedOnceASecond() {
        store.replaceAll(keys);
        cached.list();
        store.failing(true);
        clock.advance(FRESH);
        assertThat(InParallel.run(50, number -> cached.list())).containsOnly(keys);
        assertThat(store.reads()).isEqualTo(2);
        clock.advance(Duration.ofDays(1));
        assertThat(cached.list()).isEqualTo(keys);

        store.failing(false);
        store.replaceAll(others);
        assertThat(cached.list()).isEqualTo(keys);
        clock.advance(Duration.ofSeconds(1));
        assertThat(cached.list()).isEqualTo(others);
    }

    @Test
    void theKeysStayThoughTheStoreGoesDownRightAfterARotation() {
        store.replaceAll(keys);
        cached.list();
        work.run(() -> {
            cached.replaceAll(others);
            return true;
        });
        store.failing(true);
        assertThat(cached.list()).isNotEmpty();
    }

    @Test
    void withNothingReadYetAStoreThatIsDownIsNoAnswer() {
        store.failing(true);
        assertThatThrownBy(cached::list).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(cached::lock).isInstanceOf(StoreUnavailable.class);
        store.failing(false);
        assertThat(cached.list()).isEmpty();
    }

    @Test
    void noKeysAreNotKept() {
        assertThat(cached.list()).isEmpty();
        store.replaceAll(keys);
        assertThat(cached.list()).isEqualTo(keys);
    }

    @Test
    void aLockIsAlwaysTheStoresOwn() {
        store.replaceAll(keys);
        cached.list();
        store.replaceAll(others);
        assertThat(cached.lock()).isEqualTo(others);
    }
}
