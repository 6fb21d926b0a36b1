package dev.gatehouse.notification.port;

import dev.gatehouse.notification.model.UserNotification;
import java.util.function.Consumer;

/**
 * The way a notification takes to every instance of Gatehouse, and to whoever else listens there. Nothing is kept: who
 * is not listening at the moment has missed it.
 */
public interface NotificationChannel {

    /**
     * Sends a notification to all who listen now, at most once each, those of one publisher in their order. That nobody
     * listens is no error. Cost: one round trip.
     *
     * @throws NotificationChannelUnavailable when the channel cannot be reached; the notification is lost, or was sent
     */
    void publish(UserNotification notification);

    /**
     * Hands every notification from now on to a listener, from this instance and from others, for as long as the channel
     * is there; what is on its way already may be among them. Never fails: while the channel cannot be reached nothing
     * comes, and nothing of that time comes later.
     *
     * @param listener called by one thread at a time, and must not wait; what it throws reaches nobody
     */
    void subscribe(Consumer<UserNotification> listener);
}
