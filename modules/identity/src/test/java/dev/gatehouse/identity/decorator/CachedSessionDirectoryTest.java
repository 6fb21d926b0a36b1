package dev.gatehouse.identity.decorator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.Session;
import dev.gatehouse.identity.model.SessionCounts;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.InMemorySessionDirectory;
import dev.gatehouse.identity.port.InMemorySessionStore;
import dev.gatehouse.identity.port.InMemoryUserRepository;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.identity.port.MutableClock;
import dev.gatehouse.identity.port.RevokedTokens;
import dev.gatehouse.identity.port.SessionDirectory;
import dev.gatehouse.identity.port.SessionDirectoryContract;
import dev.gatehouse.identity.port.SessionStore;
import dev.gatehouse.identity.port.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class CachedSessionDirectoryTest implements SessionDirectoryContract {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryUserRepository users = new InMemoryUserRepository(work);
    private final InMemorySessionStore store = new InMemorySessionStore(work, users, clock);
    private final SessionDirectory behind = new InMemorySessionDirectory(store);
    private final AtomicInteger counted = new AtomicInteger();

    private final SessionDirectory cached = new CachedSessionDirectory(
            new SessionDirectory() {
                @Override
                public List<Session> listLive(UserId user) {
                    return behind.listLive(user);
                }

                @Override
                public SessionCounts count() {
                    counted.incrementAndGet();
                    return behind.count();
                }
            },
            clock,
            FRESH);

    /** What the contract asks for is never kept: each look comes a while after the one before. */
    @Override
    public SessionDirectory directory() {
        clock.advance(FRESH);
        return cached;
    }

    @Override
    public SessionStore sessions() {
        return store;
    }

    @Override
    public RevokedTokens tokens() {
        return store.revokedTokens();
    }

    @Override
    public IUserRepository users() {
        return users;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }

    private void oneMore() {
        User user = Samples.user();
        users.insert(user);
        store.open(Samples.session(user), 10);
    }

    @Test
    void howeverManyAskItCountsOnce() {
        assertThat(InParallel.run(20, number -> cached.count())).containsOnly(new SessionCounts(0, 0));
        assertThat(counted).hasValue(1);
    }

    @Test
    void itCountsAgainAfterAWhile() {
        cached.count();
        oneMore();
        clock.advance(FRESH.minusMillis(1));
        assertThat(cached.count().live()).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(cached.count().live()).isEqualTo(1);
    }

    @Test
    void aStoreThatIsDownIsSaidSoAndAskedAgain() {
        store.failing(true);
        assertThatThrownBy(cached::count).isInstanceOf(StoreUnavailable.class);
        store.failing(false);
        assertThat(cached.count().live()).isZero();
    }
}
