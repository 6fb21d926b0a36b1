package dev.gatehouse.app.schedule;

import dev.gatehouse.identity.WarmUpUsers;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills the user cache after the start, 500 users a second, beside the first requests. */
@Singleton
final class CacheWarmUp implements ApplicationEventListener<StartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(CacheWarmUp.class);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final WarmUpUsers warmUpUsers;
    private final int most;

    /**
     * @param most users; 0 for none
     */
    CacheWarmUp(WarmUpUsers warmUpUsers, @Value("${gatehouse.cache.warm-up}") int most) {
        this.warmUpUsers = warmUpUsers;
        this.most = most;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        if (most > 0) {
            Thread.ofVirtual().name("cache-warm-up").start(this::warmUp);
        }
    }

    private void warmUp() {
        switch (warmUpUsers.handle(new WarmUpUsers.Command(most, PAUSE))) {
            case WarmUpUsers.Result.Warmed(int users) -> LOG.info("{} users are in the cache", users);
            case WarmUpUsers.Result.GivenUp(int users) -> LOG.info("{} users are in the cache, for now", users);
        }
    }
}
