package dev.gatehouse.app.http.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.port.MutableClock;
import dev.gatehouse.notification.FollowNotifications;
import dev.gatehouse.notification.NotificationStream;
import dev.gatehouse.notification.NotificationStreams;
import dev.gatehouse.notification.port.InMemoryNotificationChannel;
import io.micronaut.http.sse.Event;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

final class EventStreamsTest {

    private final NotificationStreams streams =
            new NotificationStreams(new InMemoryNotificationChannel(), new MutableClock(Samples.NOW), 10);
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final EventStreams eventStreams = new EventStreams(executor, Duration.ofMinutes(1));

    @AfterEach
    void stop() {
        executor.close();
    }

    private NotificationStream followed() {
        var caller = new Caller(Samples.userId(), Samples.sessionId(), Role.USER);
        var command = new FollowNotifications.Command(caller, Samples.FAR);
        return switch (new FollowNotifications(streams).handle(command)) {
            case FollowNotifications.Result.Following(NotificationStream stream) -> stream;
            case FollowNotifications.Result.TooManyStreams(), FollowNotifications.Result.Full() ->
                throw new AssertionError("the first is one too many");
        };
    }

    /** Asks for one event, the first, and reads no further. */
    private static final class OneEvent extends BaseSubscriber<Event<?>> {

        private final CompletableFuture<Event<?>> event = new CompletableFuture<>();

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            request(1);
        }

        @Override
        protected void hookOnNext(Event<?> next) {
            event.complete(next);
        }
    }

    @Test
    void aReaderWhoGoesAwayWithoutAskingForMoreLeavesNothingBehind() throws Exception {
        var reader = new OneEvent();
        eventStreams.of(followed()).subscribe(reader);
        assertThat(reader.event.get(10, TimeUnit.SECONDS).getComment()).isEqualTo("open");
        assertThat(streams.count()).isEqualTo(1);

        reader.cancel();

        assertThat(streams.count()).isZero();
    }
}
