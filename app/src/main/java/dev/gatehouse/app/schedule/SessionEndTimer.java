package dev.gatehouse.app.schedule;

import dev.gatehouse.identity.SpreadSessionEnds;
import dev.gatehouse.identity.SpreadSessionEnds.Command;
import dev.gatehouse.identity.SpreadSessionEnds.Result;
import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.notification.StopFollowing;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Keeps this instance's picture of ended sessions and revoked tokens half a second young, and ends the streams of
 * notifications of those sessions. After a pause it looks back as far as that was, and before the first request as far as
 * an access token can live.
 */
@Singleton
final class SessionEndTimer implements ApplicationEventListener<StartupEvent> {

    /** Longer than any transaction: an end is dated when it is written and seen when it is committed. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final SpreadSessionEnds spreadSessionEnds;
    private final StopFollowing stopFollowing;
    private final Clock clock;
    private volatile Instant caughtUp;

    SessionEndTimer(SpreadSessionEnds spreadSessionEnds, StopFollowing stopFollowing, Clock clock) {
        this.spreadSessionEnds = spreadSessionEnds;
        this.stopFollowing = stopFollowing;
        this.clock = clock;
        this.caughtUp = clock.instant().minus(Duration.ofMinutes(61));
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        spread();
    }

    @Scheduled(initialDelay = "500ms", fixedDelay = "500ms")
    void spread() {
        Instant now = clock.instant();
        Duration within = Duration.between(caughtUp, now).plus(MARGIN);
        switch (spreadSessionEnds.handle(new Command(within))) {
            case Result.Spread(var sessions) -> {
                stopFollowing(sessions);
                caughtUp = now;
            }
            case Result.ProjectionDown(var sessions) -> stopFollowing(sessions);
            case Result.StoreDown() -> {}
        }
    }

    private void stopFollowing(List<EndedSession> sessions) {
        switch (stopFollowing.handle(new StopFollowing.Command(sessions))) {
            case StopFollowing.Result.Stopped(int streams) -> {}
        }
    }
}
