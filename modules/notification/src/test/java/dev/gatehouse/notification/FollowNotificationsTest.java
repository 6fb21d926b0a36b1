package dev.gatehouse.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.Role;
import dev.gatehouse.identity.model.Samples;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.identity.port.InParallel;
import dev.gatehouse.identity.port.MutableClock;
import dev.gatehouse.notification.NotificationStream.Next;
import dev.gatehouse.notification.model.UserNotification;
import dev.gatehouse.notification.port.InMemoryNotificationChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FollowNotificationsTest {

    private static final Duration NO_TIME = Duration.ZERO;
    private static final Duration LONG = Duration.ofMinutes(1);

    private static final int MOST = 64;

    private final MutableClock clock = new MutableClock(Samples.NOW);
    private final InMemoryNotificationChannel channel = new InMemoryNotificationChannel();
    private final NotificationStreams streams = new NotificationStreams(channel, clock, MOST);
    private final FollowNotifications followNotifications = new FollowNotifications(streams);
    private final StopFollowing stopFollowing = new StopFollowing(streams);
    private final NotifyUser notifyUser = new NotifyUser(channel);

    private final Caller ada = caller(Samples.userId());

    private static Caller caller(UserId user) {
        return new Caller(user, Samples.sessionId(), Role.USER);
    }

    private FollowNotifications.Result follow(Caller caller) {
        return followNotifications.handle(
                new FollowNotifications.Command(caller, Samples.NOW.plus(Duration.ofMinutes(15))));
    }

    private NotificationStream followed(Caller caller) {
        var result = follow(caller);
        assertThat(result).isInstanceOf(FollowNotifications.Result.Following.class);
        return ((FollowNotifications.Result.Following) result).stream();
    }

    private UserNotification notified(UserId user, String type) {
        var notification = new UserNotification(user, type, Map.of("message", "Hello!"));
        assertThat(notifyUser.handle(new NotifyUser.Command(notification))).isEqualTo(new NotifyUser.Result.Sent());
        return notification;
    }

    @Test
    void whoFollowsHearsWhatTheyAreNotifiedOfOnEveryStream() {
        var one = followed(ada);
        var other = followed(caller(ada.user()));

        var first = notified(ada.user(), "first");
        var second = notified(ada.user(), "second");

        for (var stream : List.of(one, other)) {
            assertThat(stream.await(LONG)).isEqualTo(new Next.Arrived(first));
            assertThat(stream.await(LONG)).isEqualTo(new Next.Arrived(second));
            assertThat(stream.await(NO_TIME)).isEqualTo(new Next.Silence());
        }
    }

    @Test
    void whatOthersAreNotifiedOfIsNotHeard() {
        var stream = followed(ada);

        notified(Samples.userId(), "for-somebody-else");

        assertThat(stream.await(NO_TIME)).isEqualTo(new Next.Silence());
    }

    @Test
    void aReaderIsWokenByWhatArrives() {
        var stream = followed(ada);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var heard = CompletableFuture.supplyAsync(() -> stream.await(LONG), threads);
            var notification = notified(ada.user(), "first");

            assertThat(heard.join()).isEqualTo(new Next.Arrived(notification));
        }
    }

    @Test
    void aReaderIsWokenByTheEnd() {
        var stream = followed(ada);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var heard = CompletableFuture.supplyAsync(() -> stream.await(LONG), threads);
            stream.close();

            assertThat(heard.join()).isEqualTo(new Next.Over());
        }
    }

    @Test
    void theEndOfASessionEndsItsStreamsAndNoOther() {
        var one = followed(ada);
        var same = followed(ada);
        var otherDevice = followed(caller(ada.user()));

        var ended = new StopFollowing.Command(List.of(
                new EndedSession(ada.user(), ada.session()),
                new EndedSession(Samples.userId(), ada.session()),
                new EndedSession(ada.user(), Samples.sessionId())));

        assertThat(stopFollowing.handle(ended)).isEqualTo(new StopFollowing.Result.Stopped(2));
        assertThat(stopFollowing.handle(ended)).isEqualTo(new StopFollowing.Result.Stopped(0));
        assertThat(List.of(one.await(LONG), same.await(LONG))).containsOnly(new Next.Over());
        assertThat(otherDevice.await(NO_TIME)).isEqualTo(new Next.Silence());
        assertThat(streams.count()).isEqualTo(1);
    }

    @Test
    void theEndOfTheTokenEndsTheStream() {
        var stream = followed(ada);
        clock.advance(Duration.ofMinutes(15).minusNanos(1));
        assertThat(stream.await(NO_TIME)).isEqualTo(new Next.Silence());

        assertThat(stream.await(LONG)).isEqualTo(new Next.Over());
        assertThat(streams.count()).isZero();
        assertThat(followed(caller(ada.user())).await(NO_TIME)).isEqualTo(new Next.Silence());
    }

    @Test
    void aStreamOfATokenThatHasEndedIsOver() {
        clock.advance(Duration.ofMinutes(15));
        assertThat(followed(ada).await(LONG)).isEqualTo(new Next.Over());
        assertThat(streams.count()).isZero();
    }

    @Test
    void whoFollowsTenTimesMayNotFollowOnceMore() {
        var open = IntStream.range(0, 10).mapToObj(number -> followed(ada)).toList();

        assertThat(follow(caller(ada.user()))).isEqualTo(new FollowNotifications.Result.TooManyStreams());
        assertThat(streams.count()).isEqualTo(10);
        assertThat(follow(caller(Samples.userId()))).isInstanceOf(FollowNotifications.Result.Following.class);

        open.getFirst().close();
        assertThat(follow(ada)).isInstanceOf(FollowNotifications.Result.Following.class);
    }

    @Test
    void whenAllPlacesAreTakenNobodyMayFollowUntilOneIsFree() {
        var open = IntStream.range(0, MOST)
                .mapToObj(number -> followed(caller(Samples.userId())))
                .toList();
        assertThat(follow(ada)).isEqualTo(new FollowNotifications.Result.Full());

        open.getFirst().close();
        open.getFirst().close();

        assertThat(follow(ada)).isInstanceOf(FollowNotifications.Result.Following.class);
        assertThat(follow(ada)).isEqualTo(new FollowNotifications.Result.Full());
    }

    /** Whom their own streams keep out takes no place from others. */
    @Test
    void whoIsRefusedTakesNoPlace() {
        for (int i = 0; i < 10; i++) {
            followed(ada);
        }
        for (int i = 0; i < MOST; i++) {
            assertThat(follow(ada)).isEqualTo(new FollowNotifications.Result.TooManyStreams());
        }
        assertThat(follow(caller(Samples.userId()))).isInstanceOf(FollowNotifications.Result.Following.class);
    }

    @Test
    void ofManyAtOnceTenMayFollow() {
        var results = InParallel.run(50, number -> follow(ada));
        assertThat(results)
                .filteredOn(FollowNotifications.Result.Following.class::isInstance)
                .hasSize(10);
    }

    @Test
    void whoDoesNotReadIsDroppedAndHoldsNothing() {
        var slow = followed(ada);
        var quick = followed(ada);
        for (int i = 0; i < NotificationStream.MOST_WAITING; i++) {
            notified(ada.user(), "n" + i);
            assertThat(quick.await(LONG)).isInstanceOf(Next.Arrived.class);
        }
        assertThat(streams.count()).isEqualTo(2);

        var last = notified(ada.user(), "one-too-many");

        assertThat(slow.await(LONG)).isEqualTo(new Next.Over());
        assertThat(quick.await(LONG)).isEqualTo(new Next.Arrived(last));
        assertThat(streams.count()).isEqualTo(1);
    }

    @Test
    void aStreamThatIsClosedLeavesNothingBehind() {
        var stream = followed(ada);
        notified(ada.user(), "unread");

        stream.close();
        stream.close();

        assertThat(streams.count()).isZero();
        assertThat(stream.await(LONG)).isEqualTo(new Next.Over());
        assertThat(stream.await(LONG)).isEqualTo(new Next.Over());
        notified(ada.user(), "unheard");
    }

    @Test
    void streamsThatComeAndGoInParallelLeaveNothingBehind() {
        InParallel.run(8, number -> {
            for (int i = 0; i < 200; i++) {
                if (follow(ada) instanceof FollowNotifications.Result.Following(NotificationStream stream)) {
                    notified(ada.user(), "n" + i);
                    stream.close();
                }
            }
            return number;
        });
        assertThat(streams.count()).isZero();
    }

    @Test
    void whenAllIsOverNoStreamOpensAnyMore() {
        var stream = followed(ada);

        streams.close();

        assertThat(stream.await(LONG)).isEqualTo(new Next.Over());
        assertThat(followed(ada).await(LONG)).isEqualTo(new Next.Over());
        assertThat(streams.count()).isZero();
    }

    @Test
    void anInterruptedReaderIsAtTheEnd() {
        var stream = followed(ada);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var heard = CompletableFuture.supplyAsync(
                    () -> {
                        Thread.currentThread().interrupt();
                        return stream.await(LONG);
                    },
                    threads);
            assertThat(heard.join()).isEqualTo(new Next.Over());
        }
        assertThat(streams.count()).isZero();
    }

    @Test
    void withTheChannelDownNobodyIsTold() {
        var stream = followed(ada);
        channel.failing(true);
        var command = new NotifyUser.Command(new UserNotification(ada.user(), "lost", Map.of()));

        assertThat(notifyUser.handle(command)).isEqualTo(new NotifyUser.Result.ChannelDown());
        assertThat(stream.await(NO_TIME)).isEqualTo(new Next.Silence());
    }
}
