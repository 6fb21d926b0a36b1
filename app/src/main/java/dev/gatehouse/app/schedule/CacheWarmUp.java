package dev.gatehouse.app.schedule;

import dev.gatehouse.identity.WarmUpUsers;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills the user cache after the start, 500 users a second, beside the first requests. */
@Singleton
final class CacheWarmUp implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(CacheWarmUp.class);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final boolean wanted;
    private final Thread thread;

    /**
     * @param most users; 0 for none
     */
    CacheWarmUp(WarmUpUsers warmUpUsers, @Value("${gatehouse.cache.warm-up}") int most) {
        wanted = most > 0;
        thread = Thread.ofVirtual().name("cache-warm-up").unstarted(() -> {
            switch (warmUpUsers.handle(new WarmUpUsers.Command(most, PAUSE))) {
                case WarmUpUsers.Result.Warmed(int users) -> LOG.info("{} users are in the cache", users);
                case WarmUpUsers.Result.GivenUp(int users) -> LOG.info("{} users are in the cache, for now", users);
            }
        });
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        if (wanted) {
            thread.start();
        }
    }

    @PreDestroy
    void stop() {
        thread.interrupt();
    }
}
