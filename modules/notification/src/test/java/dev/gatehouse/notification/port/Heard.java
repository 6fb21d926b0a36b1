package dev.gatehouse.notification.port;

import dev.gatehouse.notification.model.UserNotification;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Somebody who listens to a channel, and remembers in which order they heard what. */
public final class Heard implements Consumer<UserNotification> {

    private final BlockingQueue<UserNotification> notifications = new LinkedBlockingQueue<>();

    public static Heard from(NotificationChannel channel) {
        var heard = new Heard();
        channel.subscribe(heard);
        return heard;
    }

    @Override
    public void accept(UserNotification notification) {
        notifications.add(notification);
    }

    /** What comes next; fails when nothing does. */
    public UserNotification nextNotification() {
        try {
            UserNotification next = notifications.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was heard for 10 s");
            }
            return next;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    /** The type of what comes next. */
    public String next() {
        return nextNotification().type();
    }
}
