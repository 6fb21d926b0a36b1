package dev.gatehouse.notification;

import dev.gatehouse.identity.model.Caller;
import dev.gatehouse.identity.model.EndedSession;
import dev.gatehouse.identity.model.UserId;
import dev.gatehouse.notification.FollowNotifications.Result;
import dev.gatehouse.notification.model.UserNotification;
import dev.gatehouse.notification.port.NotificationChannel;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** The streams that are open on this instance, all fed by its one subscription to the channel. */
public final class NotificationStreams implements AutoCloseable {

    private static final int MOST_OF_A_USER = 10;

    private final ConcurrentMap<UserId, List<NotificationStream>> open = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Semaphore places;
    private volatile boolean closed;

    /**
     * @param most that may be open at once, whoever's they are
     */
    public NotificationStreams(NotificationChannel channel, Clock clock, int most) {
        this.clock = clock;
        this.places = new Semaphore(most);
        channel.subscribe(this::deliver);
    }

    /** How many are open. */
    public int count() {
        return open.values().stream().mapToInt(List::size).sum();
    }

    /** Ends all streams, and from now on every new one at once. */
    @Override
    public void close() {
        closed = true;
        open.values().forEach(streams -> streams.forEach(NotificationStream::close));
    }

    /** Opens a stream, unless the user has as many as one may have, or the instance as many as it can bear. */
    Result open(Caller caller, Instant until) {
        if (!places.tryAcquire()) {
            return new Result.Full();
        }
        UserId user = caller.user();
        var stream = new NotificationStream(caller.session(), until, clock, over -> remove(user, over));
        List<NotificationStream> streams = open.merge(
                user, List.of(stream), (others, one) -> others.size() < MOST_OF_A_USER ? with(others, stream) : others);
        if (!streams.contains(stream)) {
            places.release();
            return new Result.TooManyStreams();
        }
        if (closed) {
            stream.close();
        }
        return new Result.Following(stream);
    }

    /** Ends the streams of a session, and returns how many there were. */
    int end(EndedSession session) {
        List<NotificationStream> streams = of(session.user()).stream()
                .filter(stream -> stream.isOf(session.session()))
                .toList();
        streams.forEach(NotificationStream::close);
        return streams.size();
    }

    private void deliver(UserNotification notification) {
        of(notification.user()).forEach(stream -> stream.offer(notification));
    }

    private List<NotificationStream> of(UserId user) {
        return open.getOrDefault(user, List.of());
    }

    private void remove(UserId user, NotificationStream over) {
        places.release();
        open.computeIfPresent(user, (same, streams) -> {
            List<NotificationStream> left =
                    streams.stream().filter(stream -> stream != over).toList();
            return left.isEmpty() ? null : left;
        });
    }

    private static List<NotificationStream> with(List<NotificationStream> others, NotificationStream one) {
        return Stream.concat(others.stream(), Stream.of(one)).toList();
    }
}
