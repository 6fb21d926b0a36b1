package dev.gatehouse.identity.decorator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.caching.Cache;
import dev.gatehouse.caching.InMemoryCache;
import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.events.UnitOfWork;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.port.IUserRepository;
import dev.gatehouse.identity.port.IUserRepositoryContract;
import dev.gatehouse.identity.port.InMemoryUserRepository;
import dev.gatehouse.identity.port.InParallel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class UserCacheRepositoryTest implements IUserRepositoryContract {

    private static final Duration TTL = Duration.ofMinutes(1);

    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryUserRepository truth = new InMemoryUserRepository(work);
    private final InMemoryCache<User> cache = new InMemoryCache<>();
    private final IUserRepository users = new UserCacheRepository(truth, cache, work, TTL);
    private final User user = Samples.user();

    @BeforeEach
    void oneUser() {
        truth.insert(user);
    }

    @Override
    public IUserRepository users() {
        return users;
    }

    @Override
    public UnitOfWork work() {
        return work;
    }

    private static User changed(User user) {
        return user.withNextEpoch(Samples.NOW);
    }

    @Test
    void aUserThatWasReadIsReadFromTheCacheFromThenOn() {
        users.findById(user.id());
        truth.save(changed(user));
        assertThat(users.findById(user.id())).contains(user);
    }

    @Test
    void whatDecidesOverALoginIsNeverCached() {
        users.findById(user.id());
        User saved = truth.save(changed(user));
        assertThat(users.findByEmail(user.email())).contains(saved);
        assertThat(users.lock(user.id())).contains(saved);
    }

    @Test
    void aSaveIsSeenAtOnce() {
        users.findById(user.id());
        User saved = users.save(changed(user));
        assertThat(users.findById(user.id())).contains(saved);
    }

    /** The reader has the old row in its hands when the writer comes, and puts it into the cache only then. */
    @Test
    void aReaderThatIsLateDoesNotPutTheOldRowBack() {
        var race = new AtomicReference<Runnable>(() -> {});
        var slow = new Cache<User>() {
            @Override
            public Optional<User> find(String key) {
                return cache.find(key);
            }

            @Override
            public void put(String key, User value, long version, Duration ttl) {
                race.getAndSet(() -> {}).run();
                cache.put(key, value, version, ttl);
            }

            @Override
            public void invalidate(String key, long version) {
                cache.invalidate(key, version);
            }
        };
        var reader = new UserCacheRepository(truth, slow, work, TTL);
        race.set(() -> users.save(changed(user)));
        assertThat(reader.findById(user.id())).contains(user);
        assertThat(reader.findById(user.id())).contains(changed(user).withNextVersion());
    }

    @Test
    void whoeverSavedNeverReadsAnOlderVersionAfterwards() {
        var seen = InParallel.run(50, number -> {
            users.findById(user.id());
            User saved = work.run(() -> users.save(changed(users.lock(user.id()).orElseThrow())));
            return users.findById(user.id()).orElseThrow().version() >= saved.version();
        });
        assertThat(seen).containsOnly(true);
    }

    @Test
    void whatAUnitReadOfItselfIsNotCachedWhenItFails() {
        assertThatThrownBy(() -> work.run(() -> {
                    users.save(changed(user));
                    users.findById(user.id());
                    throw new IllegalStateException("the unit failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(users.findById(user.id())).contains(user);
    }

    @Test
    void anUnknownUserIsNotRememberedAsSuch() {
        User late = Samples.user();
        assertThat(users.findById(late.id())).isEmpty();
        users.insert(late);
        assertThat(users.findById(late.id())).contains(late);
    }

    @Test
    void aCacheThatComesBackWithAnOldValueKeepsItNoLongerThanItsLife() {
        var shortLived = new UserCacheRepository(truth, cache, work, Duration.ofMillis(1));
        shortLived.findById(user.id());
        cache.failing(true);
        User saved = shortLived.save(changed(user));
        assertThat(shortLived.findById(user.id())).contains(saved);
        cache.failing(false);
        while (!shortLived.findById(user.id()).equals(Optional.of(saved))) {
            Thread.onSpinWait();
        }
    }
}
