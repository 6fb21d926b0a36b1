package dev.gatehouse.app.http.notification;

import dev.gatehouse.notification.NotificationStreams;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Ends all streams when a shutdown begins: they would never finish by themselves, as other requests do. */
@Singleton
final class StreamShutdown implements GracefulShutdownCapable {

    private final NotificationStreams streams;

    StreamShutdown(NotificationStreams streams) {
        this.streams = streams;
    }

    @Override
    public CompletionStage<?> shutdownGracefully() {
        streams.close();
        return CompletableFuture.completedStage(null);
    }
}
