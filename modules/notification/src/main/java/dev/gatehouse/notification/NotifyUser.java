package dev.gatehouse.notification;

import dev.gatehouse.notification.model.UserNotification;
import dev.gatehouse.notification.port.NotificationChannel;
import dev.gatehouse.notification.port.NotificationChannelUnavailable;

/** Tells a user something on every page they have open, whichever instance it is connected to. */
public final class NotifyUser {

    public record Command(UserNotification notification) {}

    public sealed interface Result {
        /** Whoever listens has been told, if anybody does. */
        record Sent() implements Result {}

        /** Perhaps nobody was told; it will not be tried again. */
        record ChannelDown() implements Result {}
    }

    private final NotificationChannel channel;

    public NotifyUser(NotificationChannel channel) {
        this.channel = channel;
    }

    /** At most once. One round trip. */
    public Result handle(Command command) {
        try {
            channel.publish(command.notification());
            return new Result.Sent();
        } catch (NotificationChannelUnavailable down) {
            return new Result.ChannelDown();
        }
    }
}
