package dev.gatehouse.notification.port;

import dev.gatehouse.notification.model.UserNotification;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A channel inside one JVM, on the publisher's thread. */
public final class InMemoryNotificationChannel implements NotificationChannel {

    private final List<Consumer<UserNotification>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean failing;

    /** Whether it cannot be reached from now on. */
    public void failing(boolean now) {
        failing = now;
    }

    @Override
    public synchronized void publish(UserNotification notification) {
        if (failing) {
            throw new NotificationChannelUnavailable(new IllegalStateException("told to fail"));
        }
        for (Consumer<UserNotification> listener : listeners) {
            try {
                listener.accept(notification);
            } catch (RuntimeException itsOwn) {
                // The next one hears it all the same.
            }
        }
    }

    @Override
    public void subscribe(Consumer<UserNotification> listener) {
        listeners.add(listener);
    }
}
