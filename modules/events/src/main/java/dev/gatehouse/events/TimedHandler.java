package dev.gatehouse.events;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls a handler on a thread that can be given up, so that one which hangs stops nothing but itself. */
final class TimedHandler {

    private final EventHandler handler;
    private final Duration limit;

    TimedHandler(EventHandler handler, Duration limit) {
        this.handler = handler;
        this.limit = limit;
    }

    /**
     * @throws HandlingFailed when the handler throws, or has been interrupted after the time limit
     */
    Handled handle(Event event) throws HandlingFailed {
        var call = new FutureTask<>(() -> handler.handle(event));
        Thread.ofVirtual().name("relay-" + handler.name()).start(call);
        try {
            return call.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException thrown) {
            throw HandlingFailed.by(thrown);
        } catch (TimeoutException late) {
            call.cancel(true);
            throw new HandlingFailed("took longer than " + limit.toMillis() + " ms", late);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new HandlingFailed("interrupted", stop);
        }
    }
}
