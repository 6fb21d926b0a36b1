package dev.gatehouse.identity.decorator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.caching.InMemoryCache;
import dev.gatehouse.events.InMemoryUnitOfWork;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.User;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.CachedUsers;
import dev.gatehouse.identity.port.CachedUsersContract;
import dev.gatehouse.identity.port.InMemoryUserRepository;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class UserCacheRepositoryForgetsTest implements CachedUsersContract {

    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryUserRepository truth = new InMemoryUserRepository(work);
    private final InMemoryCache<User> cache = new InMemoryCache<>();
    private final UserCacheRepository users = new UserCacheRepository(truth, cache, work, Duration.ofMinutes(1));

    @Override
    public CachedUsers cached() {
        return users;
    }

    @Override
    public UserId kept() {
        User user = Samples.user();
        truth.insert(user);
        users.findById(user.id());
        return user.id();
    }

    /** The truth changes where the cache does not hear of it: who still sees the old user sees what was kept. */
    @Override
    public boolean isKept(UserId id) {
        User changed = truth.save(truth.findById(id).orElseThrow().withNextEpoch(Samples.NOW));
        return !users.findById(id).orElseThrow().equals(changed);
    }

    @Override
    public void failing(boolean failing) {
        cache.failing(failing);
    }

    @Test
    void aReaderThatWasUnderWayDoesNotPutTheForgottenUserBack() {
        User user = Samples.user();
        truth.insert(user);

        users.forget(user.id());
        users.findById(user.id());

        assertThat(isKept(user.id())).isFalse();
    }

    @Test
    void theUsersNextChangeIsKeptAsEver() {
        UserId id = kept();
        users.forget(id);

        users.save(users.findById(id).orElseThrow().withNextEpoch(Samples.NOW));
        users.findById(id);

        assertThat(isKept(id)).isTrue();
    }
}
