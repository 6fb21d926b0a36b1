package dev.gatehouse.app.wiring;

import dev.gatehouse.app.adapter.redis.RedisConnection;
import dev.gatehouse.app.adapter.redis.RedisNotificationChannel;
import dev.gatehouse.notification.FollowNotifications;
import dev.gatehouse.notification.NotificationStreams;
import dev.gatehouse.notification.NotifyUser;
import dev.gatehouse.notification.StopFollowing;
import dev.gatehouse.notification.handler.UserNotificationHandler;
import dev.gatehouse.notification.port.NotificationChannel;
import io.lettuce.core.resource.ClientResources;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Wires user notifications. */
@Factory
final class NotificationsFactory {

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Each is a connection, a thread that waits, and 32 notifications at most. */
    private static final int MOST_STREAMS = 2_000;

    @Singleton
    @Bean(preDestroy = "close")
    RedisNotificationChannel notificationChannel(RedisConnection redis, ClientResources resources) {
        return new RedisNotificationChannel(redis, resources, PAUSE);
    }

    @Singleton
    @Bean(preDestroy = "close")
    NotificationStreams notificationStreams(NotificationChannel channel, Clock clock) {
        return new NotificationStreams(channel, clock, MOST_STREAMS);
    }

    @Singleton
    NotifyUser notifyUser(NotificationChannel channel) {
        return new NotifyUser(channel);
    }

    @Singleton
    FollowNotifications followNotifications(NotificationStreams streams) {
        return new FollowNotifications(streams);
    }

    @Singleton
    StopFollowing stopFollowing(NotificationStreams streams) {
        return new StopFollowing(streams);
    }

    @Singleton
    UserNotificationHandler userNotificationHandler(NotifyUser notifyUser) {
        return new UserNotificationHandler(notifyUser);
    }
}
