package dev.gatehouse.app.adapter.redis;

import dev.gatehouse.notification.model.UserNotification;
import dev.gatehouse.notification.port.NotificationChannel;
import dev.gatehouse.notification.port.NotificationChannelUnavailable;
import io.lettuce.core.RedisException;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notifications over Redis' pub/sub, on the channel {@code user:notifications}, as {@link NotificationText} has them. */
public final class RedisNotificationChannel implements NotificationChannel, AutoCloseable {

    static final String CHANNEL = "user:notifications";

    private static final Logger LOG = LoggerFactory.getLogger(RedisNotificationChannel.class);

    private final RedisConnection redis;
    private final Subscription subscription;
    private final List<Consumer<UserNotification>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong ignored = new AtomicLong();

    /**
     * @param redis what notifications are published through
     * @param pause between two looks at the connection that they are heard on
     */
    public RedisNotificationChannel(RedisConnection redis, ClientResources resources, Duration pause) {
        this.redis = redis;
        this.subscription = new Subscription(resources, redis, CHANNEL, pause, this::hear);
        subscription.start();
    }

    @Override
    public void publish(UserNotification notification) {
        try {
            redis.publish(CHANNEL, NotificationText.write(notification));
        } catch (RedisException failure) {
            throw new NotificationChannelUnavailable(failure);
        }
    }

    @Override
    public void subscribe(Consumer<UserNotification> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        subscription.close();
    }

    /** Whether notifications are heard, as far as is known. */
    boolean hears() {
        return subscription.stands();
    }

    /** How many messages were none of ours. */
    long ignored() {
        return ignored.get();
    }

    private void hear(byte[] message) {
        NotificationText.read(message).ifPresentOrElse(this::tell, () -> {
            if (ignored.getAndIncrement() == 0) {
                LOG.warn("somebody publishes on {} what is no notification; it is ignored, now and later", CHANNEL);
            }
        });
    }

    private void tell(UserNotification notification) {
        for (Consumer<UserNotification> listener : listeners) {
            try {
                listener.accept(notification);
            } catch (RuntimeException failure) {
                LOG.error("a listener to notifications failed", failure);
            }
        }
    }
}
