package dev.gatehouse.app.http.notification;

import dev.gatehouse.notification.NotificationStream;
import dev.gatehouse.notification.NotificationStream.Next;
import dev.gatehouse.notification.model.UserNotification;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Turns notifications into server-sent events (WHATWG HTML, section 9.2), each stream on a virtual thread that waits.
 *
 * <p>A comment opens the stream, and another breaks every silence that grows as long as a heartbeat, so that neither our
 * own idle time-out nor a proxy's takes it for dead.
 */
@Singleton
final class EventStreams {

    private final Scheduler scheduler;
    private final Duration heartbeat;

    EventStreams(
            @Named(TaskExecutors.BLOCKING) ExecutorService executor,
            @Value("${gatehouse.notification-heartbeat}") Duration heartbeat) {
        this.scheduler = Schedulers.fromExecutorService(executor);
        this.heartbeat = heartbeat;
    }

    /** The events of a stream, which is closed when their reader goes away. */
    Publisher<Event<?>> of(NotificationStream stream) {
        return Flux.<Event<?>>generate(sink -> emit(stream, sink))
                .startWith(comment("open"))
                .doFinally(end -> stream.close())
                .subscribeOn(scheduler);
    }

    private void emit(NotificationStream stream, SynchronousSink<Event<?>> sink) {
        switch (stream.await(heartbeat)) {
            case Next.Arrived(UserNotification notification) ->
                sink.next(Event.of(notification.data()).name(notification.type()));
            case Next.Silence() -> sink.next(comment("still here"));
            case Next.Over() -> sink.complete();
        }
    }

    /** Without data it is no event, and reaches no listener. */
    private static Event<?> comment(String text) {
        return Event.of("").comment(text);
    }
}
